// The keyboard that a bot puts in place of the letters.

import { actor, el, patch } from "./dom.js";

const OWN = "The simulator does not know this kind of key yet.";
const KNOWN = new Set(["request_contact", "request_location"]);

/** `press(label)` presses a key: it says what stands on it, or sends what it asks for. */
export function makeReplyKeys(press) {
  const node = el("div", { class: "reply-keys", role: "group", "aria-label": "Reply keyboard", hidden: true });

  function update(keyboard, shown) {
    node.hidden = !keyboard?.rows.length || !shown;
    patch(node, (keyboard?.rows ?? []).map((row, place) => ({
      key: place,
      sign: JSON.stringify([row, keyboard.message]),
      make: () => el("div", { class: "row" }, ...row.map((label) => {
        const asks = keyboard.requests[label];
        return actor({ class: "key", "data-why": asks && !KNOWN.has(asks) ? OWN : null, onclick: () => press(label) }, label);
      })),
    })));
  }

  return { node, update };
}
