// The list above the field: the bot's commands, narrowed by what is typed; arrow keys, Enter, Tab, Escape.

import { el, patch } from "./dom.js";

let made = 0;

/** `pick(command, send)`: send it, or put it into the field. */
export function makeSuggestions(field, announce, pick) {
  const id = `suggestions-${++made}`;
  const list = el("ul", { class: "suggestions", role: "listbox", id, "aria-label": "Commands", hidden: true });
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", id);
  let shown = [];
  let chosen = 0;

  function mark(to) {
    chosen = (to + shown.length) % shown.length;
    [...list.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === chosen)));
    list.children[chosen].scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", list.children[chosen].id);
  }

  function close() {
    if (list.hidden) return;
    list.hidden = true;
    field.removeAttribute("aria-activedescendant");
  }

  /** Shows those that begin with what is typed; nothing if it is no command. */
  function offer(commands, typed) {
    const begun = /^\/(\w*)$/.exec(typed);
    shown = begun ? commands.filter(({ command }) => command.startsWith(begun[1].toLowerCase())) : [];
    if (!shown.length) return close();
    const wasHidden = list.hidden;
    list.hidden = false;
    patch(list, shown.map(({ command, description }) => ({
      key: command,
      sign: description,
      make: () => el("li", { role: "option", id: `${id}-${command}`, "aria-selected": "false", onpointerdown: (event) => (event.preventDefault(), pick(command, true), close()) },
        el("b", {}, `/${command}`), " ", el("span", {}, description)),
    })));
    mark(0);
    if (wasHidden) announce(`${shown.length} commands. Arrow keys choose, Enter sends.`);
  }

  /** True if the key was for the list. */
  function key(event) {
    if (list.hidden) return false;
    if (event.key === "ArrowDown") mark(chosen + 1);
    else if (event.key === "ArrowUp") mark(chosen - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" || event.key === "Tab") {
      const { command } = shown[chosen];
      close();
      pick(command, event.key === "Enter");
    } else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  return { node: list, offer, key, close, isOpen: () => !list.hidden };
}
