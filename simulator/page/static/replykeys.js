// The keyboard that a bot puts in place of the letters: its keys say what stands on them.

import { actor, el, patch } from "./dom.js";

const OWN = "This key asks for something that only a real phone has.";
const ASKS = ["request_users", "request_chat", "request_contact", "request_location", "request_poll", "web_app", "request_managed_bot"];

/** `send(text)` says it, as a reply where the app does so. */
export function makeReplyKeys(send) {
  const node = el("div", { class: "reply-keys", role: "group", "aria-label": "Reply keyboard", hidden: true });

  function update(markup, shown) {
    node.hidden = !markup?.keyboard || !shown;
    const rows = (markup?.keyboard ?? []).map((row) => row.map((key) => (typeof key === "string" ? { text: key } : key)));
    patch(node, rows.map((row, place) => ({
      key: place,
      sign: JSON.stringify([row, markup.of]),
      make: () => el("div", { class: "row" }, ...row.map((key) =>
        actor({ class: "key", "data-why": ASKS.some((ask) => key[ask]) ? OWN : null, onclick: () => send(key.text) }, key.text))),
    })));
  }

  return { node, update };
}
