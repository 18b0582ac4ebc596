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
  const look = { class: `key${key.style ? ` ${key.style}` : ""}` };
  if (key.url) {
    const payload = startPayload(key.url, message);
    if (payload) return actor({ ...look, onclick: () => act.start(payload) }, key.label);
    return el("a", { ...look, href: key.url, target: "_blank", rel: "noopener noreferrer" }, key.label, icon("out"));
  }
  if (key.copies !== undefined) return actor({ ...look, onclick: () => act.copy(key.copies) }, key.label, icon("file"));
  if (key.asks !== undefined) return actor({ ...look, onclick: () => act.ask(key.asks, key.here) }, key.label, icon("search"));
  if (key.data === undefined) return actor({ ...look, "data-why": NOTHING }, key.label);
  return actor({ ...look, onclick: (event) => wait(event.currentTarget, act.press(message.id, key.data)) }, key.label);
}

/** The key shows that it was pressed until the bot has answered the press. */
async function wait(key, answered) {
  key.classList.add("waiting");
  key.setAttribute("aria-busy", "true");
  await answered;
  key.classList.remove("waiting");
  key.removeAttribute("aria-busy");
}
