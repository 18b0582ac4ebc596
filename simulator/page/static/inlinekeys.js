// The buttons under a message.

import { actor, el } from "./dom.js";
import { icon } from "./icons.js";
import { startPayload } from "./richtext.js";

const NOTHING = "This button does nothing in the simulator.";

/** A message's inline keyboard. */
export function inlineKeyboard(message, act) {
  return el("div", { class: "keyboard", role: "group", "aria-label": "Buttons" },
    ...message.rows.map((row) => el("div", { class: "row" }, ...row.map((key) => inlineKey(key, message, act)))));
}

function inlineKey(key, message, act) {
  if (key.url) {
    const payload = startPayload(key.url, message);
    if (payload) return actor({ class: "key", onclick: () => act.start(payload) }, key.label);
    return el("a", { class: "key", href: key.url, target: "_blank", rel: "noopener noreferrer" }, key.label, icon("out"));
  }
  const why = key.data === null || key.data === undefined ? NOTHING : null;
  return actor({ class: "key", "data-why": why, onclick: (event) => wait(event.currentTarget, act.press(message.id, key.data)) }, key.label);
}

/** The key shows that it was pressed until the press went out. */
async function wait(key, going) {
  key.classList.add("waiting");
  await going;
  key.classList.remove("waiting");
}
