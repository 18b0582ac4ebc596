// Inline mode: after the bot's name, what it offers; arrow keys, Enter, Escape. The list is asked for as one types.

import { actor, el } from "./dom.js";

const PAUSE = 350; // milliseconds without a key before the bot is asked
let made = 0;

/** `act` has inline(query) → {query, offers, button}, choose(query, offer), start(payload) and announce. */
export function makeOffers(field, act) {
  const id = `offers-${++made}`;
  const list = el("ul", { role: "listbox", id, "aria-label": "What the bot offers" });
  const above = el("div", { class: "above" });
  const node = el("div", { class: "suggestions", hidden: true }, above, list);
  let name = null; // of a bot with an inline mode
  let shown = null; // {query, offers, button}
  let chosen = 0;
  let timer = null;
  let asked = null;

  function close() {
    node.hidden = true;
    shown = null;
    field.removeAttribute("aria-activedescendant");
  }

  function mark(to) {
    if (!shown.offers.length) return;
    chosen = (to + shown.offers.length) % shown.offers.length;
    [...list.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === chosen)));
    list.children[chosen].scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", list.children[chosen].id);
  }

  async function choose(place) {
    const { query, offers } = shown;
    close();
    if (await act.choose(query, offers[place].id)) field.value = "";
  }

  function show(answer) {
    shown = answer;
    node.hidden = false;
    above.replaceChildren(...(answer.button?.start_parameter ? [actor({ class: "chip", onclick: () => (close(), act.start(answer.button.start_parameter)) }, answer.button.text)] : []));
    list.replaceChildren(...answer.offers.map(({ title, description }, place) =>
      el("li", { role: "option", id: `${id}-${place}`, "aria-selected": "false", onpointerdown: (event) => (event.preventDefault(), choose(place)) },
        el("b", {}, title), " ", el("span", {}, description))));
    if (!answer.offers.length && !answer.button) list.replaceChildren(el("li", { role: "option", "aria-selected": "false" }, "The bot offers nothing."));
    act.announce(`The bot offers ${answer.offers.length}. Arrow keys choose, Enter sends.`);
    mark(0);
  }

  /** Asks if the bot's name stands first. */
  function offer(typed) {
    clearTimeout(timer);
    const begun = name && typed.toLowerCase().startsWith(`@${name.toLowerCase()} `);
    if (!begun) return (asked = null), node.hidden || close();
    const query = typed.slice(name.length + 2);
    timer = setTimeout(async () => {
      asked = query;
      const answer = await act.inline(query);
      if (answer && asked === query) show(answer);
    }, PAUSE);
  }

  /** True if the key was for the list. */
  function key(event) {
    if (node.hidden || !shown) return false;
    if (event.key === "ArrowDown") mark(chosen + 1);
    else if (event.key === "ArrowUp") mark(chosen - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && shown.offers.length) choose(chosen);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  return { node, offer, key, bot: (username) => (name = username) };
}
