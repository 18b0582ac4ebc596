// One chat on one phone: its title bar, its bubbles, the commands menu and the field to write in.

import { bubble, sign } from "./bubble.js";
import { el, locked, patch, setText } from "./dom.js";
import { day } from "./times.js";

const NEAR_END = 60; // pixels: closer than this, the reader is at the end and new bubbles scroll into view

/** A chat. `act` has say, press, scan, start, block, open and note, already bound to this phone and chat. */
export function makeChat(act) {
  const name = el("h3");
  const status = el("p", { class: "muted" });
  const initial = el("span", { class: "initial", "aria-hidden": "true" });
  const block = el("button", { class: "plain small", type: "button", "data-acts": true, onclick: () => act.block(!blocked) });
  const bar = el("div", { class: "bar" }, initial, el("div", { class: "names" }, name, status), block);

  const inner = el("div", { class: "bubbles" });
  const log = el("div", { class: "messages", role: "log", "aria-live": "polite", tabindex: "0" }, inner);
  const jump = el("button", { class: "jump", type: "button", hidden: true, onclick: () => toEnd() }, "New messages ↓");
  const empty = el("div", { class: "empty" });

  const menu = el("ul", { class: "menu", hidden: true });
  const slash = el(
    "button",
    { class: "slash", type: "button", "aria-label": "Commands", "aria-expanded": "false", onclick: () => toggle() },
    "/",
  );
  const field = el("textarea", { rows: "1", placeholder: "Message", dir: "auto", autocomplete: "off" });
  const send = el("button", { class: "send", type: "submit", "data-acts": true }, "Send");
  const form = el("form", { class: "composer", onsubmit: submit }, slash, field, send);
  const node = el("div", { class: "chat" }, bar, el("div", { class: "middle" }, log, jump), menu, form);

  let blocked = false;
  let atEnd = true;
  let count = null; // of messages shown so far; null before the first update
  let unread = 0;
  let sending = false;

  function toEnd() {
    log.scrollTop = log.scrollHeight;
    jump.hidden = atEnd = true;
  }

  log.addEventListener("scroll", () => {
    atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END;
    if (atEnd) jump.hidden = true;
  });
  // Bubbles grow (a picture arrives, a quote opens) and the box shrinks: whoever is at the end stays there.
  const sizes = new ResizeObserver(() => atEnd && toEnd());
  sizes.observe(inner);
  sizes.observe(log);

  function toggle(open = menu.hidden) {
    menu.hidden = !open;
    slash.setAttribute("aria-expanded", String(open));
    if (open) menu.querySelector("button")?.focus();
  }
  menu.addEventListener("keydown", (event) => {
    const items = [...menu.querySelectorAll("button")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      items[(items.indexOf(document.activeElement) + step + items.length) % items.length]?.focus();
    } else if (event.key === "Escape") {
      toggle(false);
      slash.focus();
    }
  });
  node.addEventListener("focusout", (event) => {
    const next = event.relatedTarget;
    if (!menu.hidden && next && !menu.contains(next) && next !== slash) toggle(false);
  });

  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });

  async function submit(event) {
    event.preventDefault();
    const text = field.value;
    if (locked(send)) return act.note(send.title);
    if (!text.trim() || sending) return;
    sending = true;
    if (await act.say(text)) {
      if (field.value === text) field.value = ""; // not what was typed meanwhile
    }
    sending = false;
  }

  /** `view` is {phone, chat, bot, zone, scanners}. */
  function update(view) {
    const { phone, chat, bot } = view;
    const group = chat.kind === "group";
    const messages = chat.messages.filter((message) => !message.deleted);
    const whose = `${phone.name}: ${chat.title}`;
    blocked = Boolean(chat.blocked);
    setText(name, chat.title);
    setText(initial, (chat.title || "?").slice(0, 1).toUpperCase());
    setText(status, blocked ? "blocked" : chat.typing ? "typing…" : group ? "group" : "bot");
    block.hidden = group;
    setText(block, blocked ? "Unblock" : "Block");
    block.setAttribute("aria-label", `${blocked ? "Unblock" : "Block"} ${chat.title} on ${phone.name}'s phone`);
    log.setAttribute("aria-label", `Messages, ${whose}`);
    field.setAttribute("aria-label", `Message, ${whose}`);
    log.lang = phone.language || "en";
    field.disabled = blocked;
    field.placeholder = blocked ? "You blocked this bot" : "Message";
    if (blocked) send.dataset.why = "You blocked this bot. Unblock it to write.";
    else delete send.dataset.why;
    slash.hidden = !chat.commands?.length;
    showCommands(chat.commands ?? []);
    showMessages(messages, view, { zone: view.zone, bot: bot.title, group, scanners: view.scanners });
    showEmpty(messages.length === 0, bot, group);
  }

  function showCommands(commands) {
    patch(menu, commands.map(({ command, description }) => ({
      key: command,
      sign: description,
      make: () => el("li", {}, el("button", { type: "button", "data-acts": true, onclick: () => (toggle(false), field.focus(), act.say(`/${command}`)) },
        el("b", {}, `/${command}`), ` ${description}`)),
    })));
  }

  function showMessages(messages, view, style) {
    const entries = [];
    let lastDay = "";
    for (const message of messages) {
      const today = day(message.date, view.zone);
      if (today !== lastDay)
        entries.push({ key: `day ${message.id}`, sign: today, make: () => el("p", { class: "service" }, today) });
      lastDay = today;
      entries.push({ key: message.id, sign: sign(message, style), make: (old) => bubble(message, style, act, old) });
    }
    const isNew = count !== null && messages.length > count;
    const own = isNew && messages.at(-1).mine;
    if (isNew && !own && !log.offsetParent) unread += messages.length - count;
    count = messages.length;
    patch(inner, entries);
    if (atEnd || own) toEnd();
    else if (isNew) jump.hidden = false;
  }

  function showEmpty(isEmpty, bot, group) {
    if (!isEmpty) return empty.remove();
    if (empty.isConnected) return;
    const start = el("button", { class: "key", type: "button", "data-acts": true, onclick: () => act.say("/start") }, "Start");
    empty.replaceChildren(el("p", {}, bot.description || "No messages yet."), ...(group ? [] : [start]));
    log.append(empty);
  }

  return {
    node,
    update,
    /** Messages that came while nobody could see this chat. */
    unread: () => (log.offsetParent ? (unread = 0) : unread),
  };
}
