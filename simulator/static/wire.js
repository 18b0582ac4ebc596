// The page's only talk with the simulator.

/** Posts an action. Throws an Error with words for people if it is refused or cannot be reached. */
export async function post(action, body) {
  let answer;
  try {
    const response = await fetch(`/page/${action}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    answer = await response.json();
  } catch {
    throw new Error("The simulator did not answer. Is it still running?");
  }
  if (!answer.ok) throw new Error(answer.error || "The simulator refused this.");
}

/**
 * Calls `show(state)` now and after each change, never two at a time. `lost(true)` when the simulator cannot be
 * reached, `lost(false)` once it can.
 */
export function follow(show, lost) {
  let fetching = false;
  let again = false;

  async function refresh() {
    again = true;
    if (fetching) return;
    fetching = true;
    while (again) {
      again = false;
      let state;
      try {
        const response = await fetch("/page/state", { cache: "no-store" });
        if (!response.ok) throw new Error(response.statusText);
        state = await response.json();
        lost(false);
      } catch {
        lost(true);
        break;
      }
      show(state);
      await new Promise((done) => requestAnimationFrame(done)); // a burst of changes costs one fetch a frame
    }
    fetching = false;
  }

  const events = new EventSource("/page/events");
  events.addEventListener("state", refresh);
  events.addEventListener("open", refresh);
  events.addEventListener("error", () => lost(true)); // EventSource tries again by itself
  refresh();
  return refresh;
}
