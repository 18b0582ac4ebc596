// The page's only talk with the simulator.

const GONE = "The simulator did not answer. Is it still running?";

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
    throw new Error(GONE);
  }
  if (!answer.ok) throw new Error(answer.error || "The simulator refused this.");
  return answer;
}

/** Speaks with the simulator's control: faults and limits. Throws as post does. */
export async function control(method, path, body) {
  let answer;
  try {
    const response = await fetch(`/simulator/${path}`, {
      method,
      headers: { "Content-Type": "application/json" },
      body: body && JSON.stringify(body),
    });
    answer = await response.json();
  } catch {
    throw new Error(GONE);
  }
  if (!answer.ok) throw new Error(answer.error);
  return answer;
}

/** The messages of a chat before one of them, oldest first. */
export async function earlier(chat, before) {
  const response = await fetch(`/page/earlier?${new URLSearchParams({ chat, before })}`);
  return (await response.json()).messages;
}

/** The guide, as the program's own trusted HTML. */
export const guide = async () => (await fetch("/page/guide")).text();

/**
 * Calls `everything(state)` first, and again after each break; then `news(changes)`. `lost(true)` when the simulator
 * cannot be reached, `lost(false)` once it can.
 */
export function follow(phone, { everything, news, lost }) {
  const events = new EventSource(phone ? `/page/events?phone=${phone}` : "/page/events");
  events.addEventListener("everything", (event) => {
    lost(false);
    everything(JSON.parse(event.data));
  });
  events.addEventListener("news", (event) => news(JSON.parse(event.data)));
  events.addEventListener("error", () => lost(true)); // it tries again by itself
}
