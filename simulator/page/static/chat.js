// One chat on one phone: its title bar, what is pinned, its topics, its messages, the place to write in.

import { chatChoices, messageChoices } from "./choices.js";
import { makeComposer } from "./composer.js";
import { button, el, patch, setText } from "./dom.js";
import { avatar, icon } from "./icons.js";
import { openMenu } from "./menu.js";
import { hasBot, titleOf } from "./store.js";
import { makeTimeline } from "./timeline.js";
import { day as dayOf } from "./times.js";

const GENERAL = 1; // the topic that each forum has; its messages carry none

/** A chat. `act` has what people can do, already bound to this phone and chat; `back` leads to the list of chats. */
export function makeChat(act, back) {
  const name = el("h3");
  const status = el("p", { class: "status" });
  const face = el("span", { class: "face" });
  const more = button({ class: "round", "aria-haspopup": "menu", "aria-expanded": "false", onclick: () => openMenu(more, chatChoices(now, act)) }, icon("more"));
  const others = el("span", { class: "badge", hidden: true });
  const toList = button({ class: "round back", hidden: !back, "aria-label": "All chats", onclick: back }, icon("back"), others);
  const bar = el("div", { class: "bar" }, toList, face, el("div", { class: "names" }, name, status), more);
  const pinned = button({ class: "pinned", hidden: true });
  const topics = el("div", { class: "topics", role: "group", "aria-label": "Topics", hidden: true });
  const empty = el("div", { class: "empty", hidden: true });
  const timeline = makeTimeline({ ...act, more: (message, anchor) => openMenu(anchor, messageChoices(message, now, act, { nameOf, aim: composer.aim })), ask: (query, here) => ask(query, here) });
  const composer = makeComposer({
    ...act,
    lastOwn,
    say: (text, reply) => act.say(text, reply, topic),
    attach: (file, caption) => act.attach(file, caption, topic),
  });
  const node = el("div", { class: "chat" }, bar, pinned, topics, empty, timeline.node, composer.node);
  let now = null; // {person, chat, store, scanners, zone}: what was shown last
  let topic = undefined; // the topic of a forum that is open; undefined: all, which is General to write in
  let seen = "";

  function lastOwn() {
    return [...now.chat.messages.values()].reverse().find((message) => message.from === now.person.id && !message.service && message.html);
  }

  const nameOf = (message) =>
    message.from === now.person.id ? "You" : message.from === now.store.bot.id ? now.person.bot_title : message.name;

  function quoted(id) {
    const original = now.chat.messages.get(id);
    return original ? { name: nameOf(original), text: original.text.slice(0, 90) || "a file" } : { name: "Message", text: "deleted, or not loaded" };
  }

  /** A button began an inline query: here, or in the private chat. */
  const ask = (query, here) => (here || now.chat.kind === "private" ? composer.ask(query, now.store.bot.username) : act.askElsewhere(query));

  function showTopics(chat) {
    topics.hidden = !chat.topics;
    if (!chat.topics) return;
    const all = [{ id: undefined, name: "All" }, { id: GENERAL, name: "General" }, ...chat.topics.filter(({ id }) => id !== GENERAL)];
    if (!all.some(({ id }) => id === topic)) topic = undefined;
    patch(topics, all.map(({ id, name, closed }) => ({
      key: String(id),
      sign: JSON.stringify([name, closed]),
      make: () => button({ class: "chip", "data-topic": String(id), onclick: () => ((topic = id), (seen = ""), update(now), timeline.toEnd()) }, closed ? `${name} (closed)` : name),
    })));
    for (const chip of topics.children) chip.setAttribute("aria-pressed", String(chip.dataset.topic === String(topic)));
  }

  function showPinned(chat) {
    const last = chat.messages.get(chat.pinned.at(-1));
    pinned.hidden = !last;
    if (!last) return;
    const words = last.text.replace(/\s+/g, " ").slice(0, 90) || "a file";
    pinned.replaceChildren(icon("pin"), el("span", {}, el("b", {}, "Pinned"), " ", words));
    pinned.onclick = () => timeline.goTo(last.id);
  }

  /** `next` is {person, chat, store, scanners, zone}. */
  function update(next) {
    now = next;
    const { person, chat, store, zone } = next;
    const title = titleOf(chat, person);
    const isTyping = chat.typing_until && new Date(chat.typing_until).getTime() > store.now();
    const look = JSON.stringify([chat.rev, store.bot, person, isTyping, zone, next.scanners, !node.offsetParent, dayOf(store.now(), zone)]);
    if (look === seen) return;
    seen = look;
    const group = chat.kind !== "private";
    const blocked = !group && !hasBot(chat);
    setText(name, title);
    if (face.dataset.of !== title) face.replaceChildren(avatar(group ? chat.id : "bot", title));
    face.dataset.of = title;
    setText(status, blocked ? "blocked" : isTyping ? "typing…" : group ? members(chat, store) : "bot");
    status.classList.toggle("typing", Boolean(isTyping));
    more.setAttribute("aria-label", `More for ${title}, ${person.name}'s phone`);
    showPinned(chat);
    showTopics(chat);
    timeline.label(`Messages, ${person.name}: ${title}`, person.language);
    const messages = [...chat.messages.values()].filter((message) => topic === undefined || (message.thread ?? GENERAL) === topic);
    const bot = { ...store.bot, title: person.bot_title };
    const topicNames = chat.topics && topic === undefined ? Object.fromEntries(chat.topics.map(({ id, name }) => [id, name])) : null;
    timeline.update(messages, { me: person.id, bot, zone, now: store.now(), group, scanners: next.scanners, quoted, topicNames }, chat.hasEarlier);
    const isNew = !messages.length && !group;
    empty.hidden = !isNew;
    if (isNew) empty.replaceChildren(avatar("bot", title, "large"), el("p", { class: "say" }, el("b", {}, "What can this bot do?"), el("br"), person.bot_description || "It has not said yet."));
    composer.update({
      label: `Message, ${person.name}: ${title}`,
      botTitle: person.bot_title,
      botName: store.bot.inline ? store.bot.username : null,
      commands: person.commands[chat.id] ?? [],
      keyboard: chat.keyboards[person.id] ?? null,
      instead: person.deleted ? { label: "This account was deleted", name: "This account was deleted", run: () => {} }
        : blocked ? { label: "Unblock", name: `Unblock ${title}`, run: () => act.block(false) }
        : isNew ? { label: "Start", name: `Start ${title}`, run: () => act.say("/start") } : null,
    });
  }

  /** How much is unread in the other chats of this phone. */
  function unreadElsewhere(count) {
    others.hidden = !count;
    setText(others, String(count));
    toList.setAttribute("aria-label", count ? `All chats, ${count} unread` : "All chats");
  }

  return { node, update, unreadElsewhere, toEnd: timeline.toEnd, focus: composer.focus, ask: (query) => composer.ask(query, now.store.bot.username) };
}

function members(chat, store) {
  const bot = hasBot(chat) ? `, ${store.bot.title}${chat.bot === "administrator" ? " (administrator)" : ""}` : `; ${store.bot.title} is not in it`;
  return chat.names.join(", ") + bot;
}
