// Where a person writes: field, commands, reply keyboard, what is answered or edited; Start and Unblock in its place.

import { actor, button, el, locked, setText } from "./dom.js";
import { icon } from "./icons.js";
import { makeOffers } from "./offers.js";
import { makeReplyKeys } from "./replykeys.js";
import { makeSuggestions } from "./suggest.js";

/** `act` has say, edit, key, attach, inline, choose, start, note, announce and lastOwn(). */
export function makeComposer(act) {
  const field = el("textarea", { rows: "1", placeholder: "Message", dir: "auto", autocomplete: "off", enterkeyhint: "send" });
  const menu = button({ class: "commands", "aria-label": "Commands", "aria-expanded": "false", onclick: () => toggleMenu() }, "/");
  const keys = button({ class: "round", "aria-label": "Reply keyboard", "aria-pressed": "false", onclick: () => showKeys(!keysShown) }, icon("keys"));
  const send = actor({ class: "round send", type: "submit", "aria-label": "Send" }, icon("send"));
  const about = el("div", { class: "about", hidden: true });
  const suggestions = makeSuggestions(field, act.announce, pick);
  const replyKeys = makeReplyKeys((label) => act.key(label));
  const picker = el("input", { type: "file", hidden: true, onchange: attach });
  const clip = actor({ class: "round", "aria-label": "Attach a picture or a file", onclick: () => picker.click() }, icon("clip"));
  const form = el("form", { class: "composer", onsubmit: submit }, menu, field, picker, clip, keys, send);
  const big = actor({ class: "big", hidden: true, onclick: () => instead.run() });
  const offers = makeOffers(field, act);
  const node = el("div", { class: "writing" }, suggestions.node, offers.node, about, form, replyKeys.node, big);

  let commands = [];
  let keyboard = null;
  let keysShown = true;
  let target = null; // {reply} or {edit}: the message that this one answers or replaces
  let instead = null; // {label, run}: the one thing that can be done where nothing can be written
  let sending = false;

  function toggleMenu() {
    if (suggestions.isOpen()) return suggestions.close();
    if (!field.value) field.value = "/";
    field.focus();
    suggestions.offer(commands, "/");
    menu.setAttribute("aria-expanded", "true");
  }

  function pick(command, now) {
    field.focus();
    if (now && locked(send)) return act.note(send.title);
    field.value = now ? "" : `/${command} `;
    if (now) act.say(`/${command}`);
  }

  function showKeys(shown) {
    keysShown = shown;
    keys.setAttribute("aria-pressed", String(shown));
    replyKeys.update(keyboard, shown);
  }

  /** Answer or edit that message; null: neither. */
  function aim(next, words = "", focus = true) {
    if (target?.edit && !next?.edit) field.value = "";
    target = next;
    about.hidden = !next;
    if (!next) return;
    about.replaceChildren(icon(next.edit ? "pen" : "reply"),
      el("p", {}, el("b", {}, next.edit ? "Edit message" : `Reply to ${next.name}`), el("span", {}, words)),
      button({ class: "round", "aria-label": next.edit ? "Stop editing" : "Stop replying", onclick: () => (aim(null), field.focus()) }, icon("close")));
    if (next.edit) field.value = words;
    if (focus) field.focus();
  }

  function attach() {
    const [file] = picker.files;
    picker.value = "";
    if (file) act.attach(file, field.value).then((done) => done && (field.value = ""));
  }

  field.addEventListener("input", () => {
    suggestions.offer(commands, field.value);
    offers.offer(field.value);
  });
  field.addEventListener("blur", () => suggestions.close());
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || suggestions.key(event) || offers.key(event)) return;
    if (event.key === "Escape" && target) {
      aim(null);
      event.stopPropagation();
    } else if (event.key === "ArrowUp" && !field.value) {
      const own = act.lastOwn();
      if (own) aim({ edit: own.id }, own.text);
      event.preventDefault();
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  new MutationObserver(() => menu.setAttribute("aria-expanded", String(suggestions.isOpen()))).observe(suggestions.node, { attributeFilter: ["hidden"] });

  async function submit(event) {
    event.preventDefault();
    const text = field.value;
    if (locked(send)) return act.note(send.title);
    if (!text.trim() || sending) return;
    sending = true;
    const done = target?.edit ? await act.edit(target.edit, text) : await act.say(text, target?.reply);
    if (done && field.value === text) field.value = ""; // not what was typed meanwhile
    if (done) aim(null);
    sending = false;
  }

  /** Puts the bot's name and a query into the field, as a button may. */
  function ask(query, name) {
    field.value = `@${name} ${query}`;
    field.focus();
    offers.offer(field.value);
  }

  /** `next` is {label, botTitle, botName, commands, keyboard, instead}: the field's name, and what goes with it. */
  function update(next) {
    if (next.keyboard?.message !== keyboard?.message) {
      keysShown = Boolean(next.keyboard?.rows.length);
      if (next.keyboard?.wants_reply) aim({ reply: next.keyboard.message, name: next.keyboard.name || next.botTitle }, next.keyboard.words, false);
    }
    ({ commands, keyboard, instead } = next);
    offers.bot(next.botName);
    field.setAttribute("aria-label", next.label);
    field.placeholder = keyboard?.placeholder || "Message";
    menu.hidden = !commands.length;
    keys.hidden = !keyboard?.rows.length;
    showKeys(keysShown);
    big.hidden = !instead;
    form.hidden = Boolean(instead);
    if (instead) {
      setText(big, instead.label);
      big.setAttribute("aria-label", instead.name);
      replyKeys.node.hidden = true;
      aim(null);
    }
  }

  return { node, update, aim, ask, focus: () => (form.hidden ? big : field).focus() };
}
