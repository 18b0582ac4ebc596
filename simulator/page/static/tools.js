// The tools beside the phones: the request log and the faults, one at a time; and on a narrow page, the guide.

import { icon } from "./icons.js";
import { recall, remember } from "./dom.js";

const part = (id) => document.getElementById(id);
const NARROW = matchMedia("(max-width: 1099px)");

/** `opened()` is called when a tool comes into view. */
export function makeTools(opened) {
  const tabs = [...document.querySelectorAll("[data-tool]")];
  for (const tab of tabs) tab.prepend(icon({ log: "log", faults: "bolt" }[tab.dataset.tool]));

  function show(name, focus) {
    part("tools").hidden = !name;
    document.body.classList.toggle("has-tools", Boolean(name));
    for (const tab of tabs) {
      tab.setAttribute("aria-expanded", String(tab.dataset.tool === name));
      part(tab.dataset.tool).hidden = tab.dataset.tool !== name;
    }
    remember("tool", NARROW.matches ? null : name);
    opened();
    if (name && focus) part(name).querySelector("h2").focus();
  }

  function close() {
    const tab = tabs.find((each) => each.getAttribute("aria-expanded") === "true");
    show(null);
    tab?.focus();
  }

  for (const tab of tabs)
    tab.addEventListener("click", () => show(tab.getAttribute("aria-expanded") === "true" ? null : tab.dataset.tool, true));
  for (const closer of part("tools").querySelectorAll(".closer")) closer.addEventListener("click", close);
  part("tools").addEventListener("keydown", (event) => event.key === "Escape" && close());

  const more = part("more-toggle");
  function unfold(open) {
    more.setAttribute("aria-expanded", String(open));
    document.body.classList.toggle("unfolded", open);
  }
  more.addEventListener("click", () => unfold(more.getAttribute("aria-expanded") !== "true"));
  show(NARROW.matches ? null : recall("tool", null), false);
}
