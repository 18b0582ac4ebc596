// One voice for all phones: each new message is said once, however many phones show it.

const PATIENCE = 500; // milliseconds: what comes within is said together
const MOST = 3; // messages said in full; more are counted

/** `say(text)` at once; `heard(key, text)` with others that come at the same time, each key once. */
export function makeAnnouncer(region) {
  const waiting = new Map();
  let timer = null;

  function say(text) {
    region.textContent = "";
    requestAnimationFrame(() => (region.textContent = text));
  }

  function flush() {
    timer = null;
    const lines = [...waiting.values()];
    waiting.clear();
    say(lines.length > MOST ? `${lines.length} new messages. The last: ${lines.at(-1)}` : lines.join(" "));
  }

  return {
    say,
    heard(key, text) {
      waiting.set(key, text);
      clearTimeout(timer);
      timer = setTimeout(flush, PATIENCE);
    },
  };
}
