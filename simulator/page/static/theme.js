// Light, dark, or as the system has it: the page's choice is remembered by the browser.

import { recall, remember } from "./dom.js";
import { icon } from "./icons.js";

const NEXT = { system: "light", light: "dark", dark: "system" };
const WORDS = { system: "as the system has it", light: "light", dark: "dark" };

/** Makes a button go round the three. */
export function makeTheme(button) {
  button.append(icon("theme"));

  function show(theme) {
    document.documentElement.dataset.theme = theme;
    button.setAttribute("aria-label", `Colours: ${WORDS[theme]}. Change.`);
    button.title = `Colours: ${WORDS[theme]}`;
  }

  button.addEventListener("click", () => {
    const theme = NEXT[document.documentElement.dataset.theme];
    remember("theme", theme);
    show(theme);
  });
  const kept = recall("theme", "system");
  show(kept in NEXT ? kept : "system");
}
