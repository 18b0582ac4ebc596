// Which phones lie on the desk, in what order, and what each reader has seen. Remembered by the browser.

import { button, el, patch, recall, remember } from "./dom.js";
import { avatar } from "./icons.js";
import { makePhone } from "./phone.js";
import { last } from "./store.js";

const OPEN_AT_FIRST = 4;

/** `only` is the one person whose phone this window has, if any; `act(person, chat, toast)` gives what a chat can do; `alert(who, text)` shows a bot's alert. */
export function makeDesk(store, { only, act, alert, dock, table }) {
  const phones = new Map();
  const seen = new Map(); // "person chat" → id of the last message that was on a screen
  let arranged = only ? [`phone-${only}`] : recall("desk", null); // ids in order, those that are open
  let drawing = false;
  let shown = null; // the phone on screen where there is room for one
  const narrow = matchMedia("(max-width: 759px)");

  const actions = {
    act: (person, chat, toast) => ({ ...act(person, chat, toast), seen: () => look(person, chat) }),
    alert,
    unread,
    looked: () => draw(),
    move(id, step) {
      const here = arranged.indexOf(id);
      const there = here + step;
      if (there < 0 || there >= arranged.length) return;
      arranged.splice(there, 0, ...arranged.splice(here, 1));
      keep();
      draw();
      phones.get(id).focus();
    },
    close(id) {
      arranged = arranged.filter((each) => each !== id);
      keep();
      draw();
      dock.querySelector(`[data-phone="${id}"]`)?.focus();
    },
  };

  const keep = () => only || remember("desk", arranged);

  function unread(person, chat) {
    const from = seen.get(`${person} ${chat.id}`) ?? 0;
    let count = 0;
    for (const message of [...chat.messages.values()].reverse()) {
      if (message.id <= from) break;
      if (message.from !== person && !message.service) count += 1;
    }
    return count;
  }

  function look(person, chat) {
    const newest = last(store.chats.get(chat));
    const name = `${person} ${chat}`;
    if (!newest || (seen.get(name) ?? 0) >= newest.id) return;
    seen.set(name, newest.id);
    if (!drawing) queueMicrotask(draw); // other phones of the same person show less unread now
    drawing = true;
  }

  /** All phones that there could be: one for each person, one for each group. */
  function specs() {
    const people = [...store.people.values()].map((person) => ({ id: `phone-${person.id}`, title: person.name, person: person.id }));
    const groups = [...store.chats.values()].filter((chat) => chat.kind !== "private" && !chat.moved)
      .map((chat) => ({ id: `group-${chat.id}`, title: chat.title, group: chat.id }));
    return [...people, ...groups];
  }

  function countOf(spec) {
    if (spec.group) {
      const chat = store.chats.get(spec.group);
      return Math.min(...chat.members.map((person) => unread(person, chat)));
    }
    return store.chatsOf(spec.person).reduce((sum, chat) => sum + unread(spec.person, chat), 0);
  }

  function showDock() {
    const every = specs();
    patch(dock, every.map((spec) => ({
      key: spec.id,
      sign: spec.title,
      make: () => button({ class: "tab", "data-phone": spec.id, onclick: () => bring(spec.id) },
        avatar(spec.group ?? spec.person, spec.title, "tiny"), el("span", { class: "tab-name" }, spec.title), el("span", { class: "badge", hidden: true })),
    })));
    for (const tab of dock.children) {
      const spec = every.find(({ id }) => id === tab.dataset.phone);
      const isShown = narrow.matches ? spec.id === shown : arranged.includes(spec.id);
      const count = spec.id === shown && narrow.matches ? 0 : countOf(spec);
      tab.setAttribute("aria-pressed", String(isShown));
      tab.setAttribute("aria-label", count ? `${spec.title}, ${count} new` : spec.title);
      tab.lastElementChild.hidden = !count;
      tab.lastElementChild.textContent = String(count);
    }
  }

  function draw() {
    drawing = false;
    const every = specs();
    if (!every.length || !store.about) return;
    arranged = (arranged ?? every.slice(0, OPEN_AT_FIRST).map(({ id }) => id)).filter((id) => every.some((spec) => spec.id === id));
    if (!arranged.includes(shown)) shown = arranged[0] ?? null;
    const open = arranged.map((id) => every.find((spec) => spec.id === id));
    patch(table, open.map((spec) => ({
      key: spec.id,
      sign: "",
      make: () => {
        phones.set(spec.id, makePhone(spec.id, actions));
        return phones.get(spec.id).node;
      },
    })));
    for (const spec of open) {
      const phone = phones.get(spec.id);
      phone.node.classList.toggle("shown", spec.id === shown);
      phone.update({ spec, store, zone: store.about.clock.zone });
    }
    showDock();
  }

  /** Opens a phone if it is closed, and brings it into view. */
  function bring(id, focus = false) {
    if (!arranged.includes(id)) {
      arranged.push(id);
      keep();
    }
    shown = id;
    draw();
    const phone = phones.get(id);
    phone.node.scrollIntoView({ block: "nearest", inline: "nearest" });
    phone.toEnd();
    if (focus) phone.focus();
  }

  narrow.addEventListener("change", draw);
  return {
    draw,
    bring,
    /** Everything that is there has been seen: what a page shows when it opens is not news. */
    catchUp() {
      for (const chat of store.chats.values())
        for (const person of chat.members) if (!seen.has(`${person} ${chat.id}`)) seen.set(`${person} ${chat.id}`, last(chat)?.id ?? 0);
    },
    phone: (id) => phones.get(id),
    /** The phone next to the one that has the focus. */
    next(step) {
      const open = narrow.matches ? [...dock.children].map((tab) => tab.dataset.phone) : arranged;
      const here = open.findIndex((id) => phones.get(id)?.node.contains(document.activeElement));
      bring(open[(here + step + open.length) % open.length], true);
    },
    of: (node) => [...phones.values()].find((phone) => phone.node.contains(node)),
  };
}
