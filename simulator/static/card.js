// A card that feels like a phone. It holds one or more chats and a switch between them.
// A group's own card is the same thing: there the switch says who is writing.

import { makeChat } from "./chat.js";
import { el, patch, setText } from "./dom.js";

const TOAST_SHOWN = 6000; // milliseconds of real time

/** The cards of a state: one for each phone, then one for each group, seen by each of its members. */
export function cardsOf(state) {
  const cards = [];
  const groups = new Map();
  for (const phone of state.phones) {
    const views = phone.chats.map((chat) => ({ key: `${phone.id} ${chat.id}`, label: chat.title, phone, chat }));
    cards.push({ id: `phone-${phone.id}`, heading: phone.name, switchLabel: "Chat", views });
    for (const view of views.filter(({ chat }) => chat.kind === "group")) {
      if (!groups.has(view.chat.id)) groups.set(view.chat.id, []);
      groups.get(view.chat.id).push({ ...view, label: phone.name });
    }
  }
  for (const [id, views] of groups)
    cards.push({ id: `group-${id}`, heading: views[0].chat.title, switchLabel: "You are", views });
  return cards;
}

/** A card. `bind(phone, chat)` gives the actions of a chat. */
export function makeCard(id, bind) {
  const heading = el("h2");
  const switchLabel = el("span", { class: "muted" });
  const choices = el("div", { class: "choices", role: "group" });
  const chooser = el("div", { class: "chooser" }, switchLabel, choices);
  const chats = el("div", { class: "chats" });
  const toasts = el("div", { class: "toasts", role: "status" });
  const screen = el("div", { class: "screen" }, chats, toasts);
  const node = el("section", { class: "card", id },
    el("div", { class: "card-top" }, heading, chooser), screen);
  const made = new Map();
  let chosen = null;
  let seenToasts = null;

  function choose(key) {
    chosen = key;
    for (const [other, chat] of made) chat.node.hidden = other !== key;
    for (const button of choices.children) button.setAttribute("aria-pressed", String(button.dataset.key === key));
    for (const button of choices.children) setText(button, button.dataset.label);
  }

  function toast(text) {
    const note = el("p", { class: "toast" }, text);
    toasts.append(note);
    setTimeout(() => note.remove(), TOAST_SHOWN);
  }

  /** `spec` is one of cardsOf(state). */
  function update(spec, state) {
    const isGroup = spec.id.startsWith("group-");
    setText(heading, isGroup ? "Group" : spec.heading); // a group's title stands in its bar
    node.setAttribute("aria-label", spec.heading);
    setText(switchLabel, spec.switchLabel);
    switchLabel.hidden = !isGroup; // the names of chats speak for themselves
    choices.setAttribute("aria-label", `${spec.heading}: ${spec.switchLabel}`);
    chooser.hidden = spec.views.length < 2;
    patch(chats, spec.views.map((view) => ({
      key: view.key,
      sign: "",
      make: () => {
        const chat = makeChat(bind(view.phone.id, view.chat.id, toast));
        made.set(view.key, chat);
        return chat.node;
      },
    })));
    for (const view of spec.views)
      made.get(view.key).update({
        ...view,
        bot: state.bot,
        zone: state.clock.zone || "UTC",
        scanners: state.phones.filter((phone) => phone.id !== view.phone.id),
      });
    patch(choices, spec.views.map((view) => ({
      key: view.key,
      sign: view.label,
      make: () => el("button", { type: "button", class: "choice", "data-key": view.key, "data-label": view.label, "aria-pressed": "false", onclick: () => choose(view.key) }, view.label),
    })));
    if (!spec.views.some((view) => view.key === chosen)) choose(spec.views[0]?.key ?? null);
    if (!isGroup) {
      showUnread();
      showToasts(spec.views[0]?.phone.toasts ?? []);
    }
  }

  function showUnread() {
    for (const button of choices.children) {
      const unread = made.get(button.dataset.key).unread();
      setText(button, unread && button.dataset.key !== chosen ? `${button.dataset.label}, ${unread} new` : button.dataset.label);
    }
  }

  function showToasts(all) {
    if (seenToasts !== null) all.slice(seenToasts).forEach((each) => toast(each.text ?? each));
    seenToasts = all.length;
  }

  return {
    node,
    update,
    toast,
    unread: () => [...made.values()].reduce((sum, chat) => sum + chat.unread(), 0),
    choose,
  };
}
