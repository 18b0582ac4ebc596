// The list of chats on a phone: newest first, what was said last, how much is unread.

import { button, el, patch } from "./dom.js";
import { avatar, icon } from "./icons.js";
import { last, titleOf } from "./store.js";
import { brief } from "./times.js";

/** `open(chat)` shows one. Arrow keys walk the list. */
export function makeChatList(open) {
  const list = el("ul", { class: "chats-of" });
  const node = el("div", { class: "list" }, list);

  list.addEventListener("keydown", (event) => {
    const rows = [...list.querySelectorAll("button")];
    const here = rows.indexOf(document.activeElement);
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to === undefined || !rows[to]) return;
    event.preventDefault();
    rows[to].focus();
  });

  /** `unread(chat)` counts. */
  function update(person, chats, store, zone, unread) {
    list.setAttribute("aria-label", `${person.name}'s chats`);
    patch(list, chats.map((chat) => {
      const newest = last(chat);
      const title = titleOf(chat, person);
      const count = unread(chat);
      const when = newest ? brief(newest.date, store.now(), zone) : "";
      const words = newest ? preview(newest, chat, person, store) : "No messages yet";
      return {
        key: chat.id,
        sign: JSON.stringify([title, count, when, words, newest?.silent]),
        make: (old) => {
          const row = el("li", {}, button({ onclick: () => open(chat.id) }, avatar(chat.kind === "private" ? "bot" : chat.id, title),
            el("span", { class: "line" }, el("b", {}, title), newest?.silent && icon("bell"), el("span", { class: "when" }, when)),
            el("span", { class: "line" }, el("span", { class: "preview", dir: "auto" }, words), count > 0 && el("span", { class: "badge" }, String(count), el("span", { class: "unseen" }, " unread")))));
          if (old?.contains(document.activeElement)) queueMicrotask(() => row.firstElementChild.focus());
          return row;
        },
      };
    }));
  }

  return { node, update, focus: () => list.querySelector("button")?.focus() };
}

function preview(message, chat, person, store) {
  if (message.service) return message.service;
  const words = `${message.media ? `${message.media.kind}: ` : ""}${message.text}`.replace(/\s+/g, " ").slice(0, 90);
  if (message.from === person.id) return `You: ${words}`;
  return chat.kind === "private" || message.from === store.bot.id ? words : `${message.name}: ${words}`;
}
