// One chat on one phone: its title bar, its messages, the place to write in.

import { makeComposer } from "./composer.js";
import { button, el, setText } from "./dom.js";
import { avatar, icon } from "./icons.js";
import { openMenu } from "./menu.js";
import { replyMarkup, titleOf } from "./store.js";
import { makeTimeline } from "./timeline.js";
import { day as dayOf } from "./times.js";

/** A chat. `act` has what people can do, already bound to this phone and chat; `back` leads to the list of chats. */
export function makeChat(act, back) {
  const name = el("h3");
  const status = el("p", { class: "status" });
  const face = el("span", { class: "face" });
  const more = button({ class: "round", "aria-haspopup": "menu", "aria-expanded": "false", onclick: () => openMenu(more, choices()) }, icon("more"));
  const toList = button({ class: "round back", hidden: !back, "aria-label": "All chats", onclick: back }, icon("back"));
  const bar = el("div", { class: "bar" }, toList, face, el("div", { class: "names" }, name, status), more);
  const empty = el("div", { class: "empty", hidden: true });
  const timeline = makeTimeline({ ...act, more: messageMenu });
  const composer = makeComposer({ ...act, lastOwn });
  const node = el("div", { class: "chat" }, bar, empty, timeline.node, composer.node);
  let now = null; // {person, chat, store, scanners}: what was shown last
  let rev = "";

  function lastOwn() {
    return [...now.chat.messages.values()].reverse().find((message) => message.from === now.person.id && !message.service && message.text);
  }

  function messageMenu(message, anchor) {
    const items = [{ label: "Reply", icon: "reply", run: () => composer.aim({ reply: message.id, name: nameOf(message) }, message.text || "picture") }];
    if (message.from === now.person.id && message.text)
      items.push({ label: "Edit", icon: "pen", run: () => composer.aim({ edit: message.id }, message.text) });
    if (message.text) items.push({ label: "Copy text", icon: "log", run: () => navigator.clipboard?.writeText(message.text).then(() => act.note("Copied.")) });
    openMenu(anchor, items);
  }

  function choices() {
    const { chat } = now;
    if (chat.kind === "private") {
      const blocked = chat.bot === "kicked";
      return [{ label: blocked ? "Unblock the bot" : "Block the bot", acts: true, run: () => act.block(!blocked) }];
    }
    const inside = chat.bot === "member";
    return [
      { label: inside ? "Remove the bot" : "Add the bot", acts: true, run: () => act.bot(inside ? "remove" : "add") },
      ...(chat.kind === "group" ? [{ label: "Make it a supergroup", acts: true, run: () => act.bot("upgrade") }] : []),
    ];
  }

  const nameOf = (message) =>
    message.from === now.person.id ? "You" : message.from === now.store.bot.id ? titleOf(now.chat, now.person) : message.name;

  function quoted(id) {
    const original = now.chat.messages.get(id);
    if (!original) return { name: "Message", text: "deleted, or not loaded" };
    return { name: now.chat.kind === "private" || original.from !== now.store.bot.id ? nameOf(original) : now.person.bot_title, text: original.text.slice(0, 90) || "picture" };
  }

  /** `next` is {person, chat, store, scanners, zone}. */
  function update(next) {
    now = next;
    const { person, chat, store, zone } = next;
    const title = titleOf(chat, person);
    const isTyping = chat.typing_until && new Date(chat.typing_until).getTime() > store.now();
    const hidden = !node.offsetParent;
    const seen = JSON.stringify([chat.rev, store.bot, person, isTyping, zone, next.scanners, hidden, chat.messages.size ? dayOf(store.now(), zone) : ""]);
    if (seen === rev) return;
    rev = seen;
    const group = chat.kind !== "private";
    const blocked = !group && chat.bot === "kicked";
    setText(name, title);
    if (face.dataset.of !== title) face.replaceChildren(avatar(group ? chat.id : "bot", title));
    face.dataset.of = title;
    setText(status, blocked ? "blocked" : isTyping ? "typing…" : group ? members(chat, store) : "bot");
    status.classList.toggle("typing", Boolean(isTyping));
    more.setAttribute("aria-label", `More for ${title}, ${person.name}'s phone`);
    const log = timeline.node.querySelector("[role=log]");
    log.setAttribute("aria-label", `Messages, ${person.name}: ${title}`);
    log.lang = person.language;
    const messages = [...chat.messages.values()];
    const bot = { ...store.bot, title: person.bot_title };
    timeline.update(messages, { me: person.id, bot, zone, now: store.now(), group, scanners: next.scanners, quoted }, chat.hasEarlier);
    const isNew = !messages.length && !group;
    empty.hidden = !isNew;
    if (isNew) empty.replaceChildren(avatar("bot", title, "large"), el("p", { class: "say" }, el("b", {}, "What can this bot do?"), el("br"), person.bot_description || "It has not said yet."));
    const markup = replyMarkup(chat);
    if (markup?.force_reply) markup.words = chat.messages.get(markup.of)?.text ?? "";
    composer.update({
      label: `Message, ${person.name}: ${title}`,
      botTitle: person.bot_title,
      commands: person.commands[chat.id] ?? [],
      markup: group && markup?.selective ? null : markup,
      instead: person.deleted ? { label: "This account was deleted", name: "This account was deleted", run: () => {} }
        : blocked ? { label: "Unblock", name: `Unblock ${title}`, run: () => act.block(false) }
        : isNew ? { label: "Start", name: `Start ${title}`, run: () => act.say("/start") } : null,
    });
  }

  return { node, update, toEnd: timeline.toEnd, focus: composer.focus };
}

function members(chat, store) {
  const names = chat.members.map((id) => store.people.get(id)?.name).filter(Boolean);
  const bot = chat.bot === "member" ? `, ${store.bot.title}` : `; ${store.bot.title} is not in it`;
  return names.join(", ") + bot;
}
