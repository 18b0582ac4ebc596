// A phone: its owner's chats, or one group with a choice of who writes. It has toasts, and can be moved and closed.

import { makeChat } from "./chat.js";
import { makeChatList } from "./chatlist.js";
import { button, el, patch, setText } from "./dom.js";
import { avatar, icon } from "./icons.js";
import { openMenu } from "./menu.js";

const OWN_WINDOW = "popup,width=420,height=860";
const TOAST_SHOWN = 6000; // milliseconds of real time

/**
 * `desk` has act(person, chat, toast) for what a chat can do, unread(person, chat), move(id, step), close(id).
 * A phone's spec is {id, title, person} or {id, title, group}.
 */
export function makePhone(id, desk) {
  const face = el("span", { class: "face" });
  const heading = el("h2");
  const more = button({ class: "round", "aria-haspopup": "menu", "aria-expanded": "false", onclick: () => openMenu(more, choices()) }, icon("more"));
  const who = el("div", { class: "who", role: "group" });
  const top = el("div", { class: "phone-top" }, face, heading, el("span", { class: "you muted" }, "You are"), who, more);
  const screen = el("div", { class: "screen" });
  const toasts = el("div", { class: "toasts", role: "status" });
  const list = makeChatList((chat) => (open(chat), made.get(key(spec.person, chat)).focus()));
  const node = el("section", { class: "phone", id, tabindex: "-1" }, top, el("div", { class: "glass" }, screen, toasts));
  const made = new Map(); // chats by person and chat
  let spec = null;
  let shown = { person: null, chat: null };
  let state = null;
  let seen = null; // presses whose answers were shown
  screen.append(list.node);

  const key = (person, chat) => `${person} ${chat}`;

  function choices() {
    return [
      { label: "Move left", run: () => desk.move(id, -1) },
      { label: "Move right", run: () => desk.move(id, 1) },
      spec.person && { label: "Open in its own window", icon: "window", run: () => window.open(`/?phone=${spec.person}`, "_blank", OWN_WINDOW) },
      { label: "Close this phone", icon: "close", run: () => desk.close(id) },
    ].filter(Boolean);
  }

  /** Shows a chat, or the list of chats for null. */
  function open(chat, person = spec.person) {
    shown = { person, chat };
    draw();
    made.get(key(person, chat))?.toEnd();
    desk.looked();
  }

  function chatOf(person, chat) {
    const name = key(person, chat);
    if (!made.has(name)) {
      const back = spec.group ? null : () => (open(null), list.focus());
      made.set(name, makeChat(desk.act(person, chat, toast), back));
      screen.append(made.get(name).node);
    }
    return made.get(name);
  }

  function draw() {
    const { store, zone } = state;
    const name = shown.chat === null ? null : key(shown.person, shown.chat);
    if (name) chatOf(shown.person, shown.chat);
    for (const [other, chat] of made) chat.node.hidden = other !== name;
    list.node.hidden = name !== null;
    for (const choice of who.children) choice.setAttribute("aria-pressed", String(choice.dataset.person === String(shown.person)));
    const person = store.people.get(spec.person);
    if (name) {
      const scanners = [...store.people.values()].filter((other) => other.id !== shown.person).map(({ id, name }) => ({ id, name }));
      made.get(name).update({ person: store.people.get(shown.person), chat: store.chats.get(shown.chat), store, scanners, zone });
      const elsewhere = spec.group ? [] : store.chatsOf(person.id).filter((chat) => chat.id !== shown.chat);
      made.get(name).unreadElsewhere(elsewhere.reduce((sum, chat) => sum + desk.unread(person.id, chat), 0));
    } else list.update(person, store.chatsOf(person.id), store, zone, (chat) => desk.unread(person.id, chat));
  }

  /** `next` is {spec, store, zone}. */
  function update(next) {
    state = next;
    spec = next.spec;
    const { store } = next;
    setText(heading, spec.title);
    if (face.dataset.of !== spec.title) face.replaceChildren(avatar(spec.group ?? spec.person, spec.title, "small"));
    face.dataset.of = spec.title;
    node.setAttribute("aria-label", spec.title);
    more.setAttribute("aria-label", `Arrange ${spec.title}`);
    const writers = spec.group ? store.chats.get(spec.group).members.map((each) => store.people.get(each)).filter(Boolean) : [];
    who.hidden = !spec.group;
    top.classList.toggle("of-group", Boolean(spec.group)); // the group's title stands in its bar
    who.setAttribute("aria-label", `${spec.title}: who writes`);
    patch(who, writers.map((person) => ({
      key: person.id,
      sign: person.name,
      make: () => button({ class: "chip", "data-person": person.id, "aria-pressed": "false", onclick: () => open(spec.group, person.id) }, person.name),
    })));
    const gone = shown.chat !== null && (!store.chats.has(shown.chat) || store.chats.get(shown.chat).moved);
    if (shown.person === null || gone) shown = spec.group ? { person: writers[0].id, chat: spec.group } : { person: spec.person, chat: spec.person };
    draw();
    if (!spec.group) tell(store.people.get(spec.person).answers);
  }

  /** What the bot answered to presses since the last time: a toast, an alert, an address. */
  function tell(answers) {
    const fresh = seen ? answers.filter(({ press }) => !seen.has(press)) : [];
    seen = new Set(answers.map(({ press }) => press));
    for (const { text, show_alert: alert, url } of fresh) {
      if (text && alert) desk.alert(spec.title, text);
      else if (text) toast(text);
      if (url) toast(`The bot opened ${url}`);
    }
  }

  function toast(text) {
    const note = el("p", { class: "toast" }, text);
    toasts.append(note);
    setTimeout(() => note.remove(), TOAST_SHOWN);
  }

  return {
    node,
    update,
    toast,
    open,
    shows: () => (node.offsetParent ? shown : { person: null, chat: null }),
    ask: (query) => made.get(key(shown.person, shown.chat))?.ask(query),
    focus: () => (shown.chat === null ? list : made.get(key(shown.person, shown.chat))).focus(),
    toEnd: () => made.get(key(shown.person, shown.chat))?.toEnd(),
  };
}
