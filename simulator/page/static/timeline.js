// The messages of one chat on one phone: days, bubbles, where the reader is, and walking them by keyboard.

import { bubble, sign } from "./bubble.js";
import { button, el, patch } from "./dom.js";
import { icon } from "./icons.js";
import { day, dayWord } from "./times.js";

const NEAR_END = 60; // pixels: closer than this, the reader is at the end and new bubbles scroll into view
const JOINED = 5 * 60_000; // milliseconds: messages of one sender closer than this stand as one group

/** `act` is a bubble's, and has earlier() and seen(). */
export function makeTimeline(act) {
  const inner = el("div", { class: "bubbles" });
  const older = button({ class: "older chip", onclick: () => act.earlier() }, "Show earlier messages");
  const log = el("div", { class: "messages", role: "log", "aria-live": "off" }, older, inner);
  const count = el("span", { class: "badge", hidden: true });
  const jump = button({ class: "jump", hidden: true, "aria-label": "Go to the newest message", onclick: () => toEnd() }, icon("down"), count);
  const node = el("div", { class: "middle" }, log, jump);
  let atEnd = true;
  let missed = 0;
  let newest = null;

  function toEnd() {
    log.scrollTop = log.scrollHeight;
    size = sizeNow();
    atEnd = true;
    arrived();
  }

  function arrived() {
    missed = 0;
    jump.hidden = atEnd;
    count.hidden = true;
    if (log.offsetParent) act.seen();
  }

  let size = "";
  const sizeNow = () => `${log.clientWidth} ${log.clientHeight} ${log.scrollHeight}`;
  log.addEventListener("scroll", () => {
    if (!log.offsetParent) return; // hidden chats report a scroll to nowhere
    if (atEnd && sizeNow() !== size) return toEnd(); // the box changed, not the reader's wish
    atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END;
    if (atEnd) arrived();
    else jump.hidden = false;
  });
  // Bubbles grow (a picture arrives, a quote opens) and the box shrinks: whoever is at the end stays there.
  const sizes = new ResizeObserver(() => atEnd && log.offsetParent && toEnd());
  sizes.observe(inner);
  sizes.observe(log);

  // One bubble is in the order of Tab, with its buttons; the arrow keys go to the others.
  const bubbles = () => [...inner.querySelectorAll(".bubble")];
  function choose(chosen) {
    for (const each of bubbles()) {
      each.tabIndex = each === chosen ? 0 : -1;
      for (const control of each.querySelectorAll("button, a[href], pre")) control.tabIndex = each === chosen ? 0 : -1;
    }
  }
  log.addEventListener("focusin", (event) => {
    const at = event.target.closest(".bubble");
    if (at) choose(at);
  });
  log.addEventListener("keydown", (event) => {
    const at = document.activeElement.closest(".bubble");
    if (!at || event.altKey || event.ctrlKey || event.metaKey) return;
    const all = bubbles();
    const here = all.indexOf(at);
    const to = { ArrowUp: here - 1, ArrowDown: here + 1, Home: 0, End: all.length - 1 }[event.key];
    if (to !== undefined && all[to]) {
      event.preventDefault();
      all[to].focus();
    } else if (event.key === "Enter" && event.target === at) {
      event.preventDefault(); // else the same press would choose from the menu
      at.querySelector(".menu-of").click();
    }
  });

  function goTo(id) {
    const there = inner.querySelector(`[data-message="${id}"]`);
    there?.scrollIntoView({ block: "center" });
    there?.focus({ preventScroll: true });
  }

  /** `view` is a bubble's, without what depends on the message before; `messages` stand in order. */
  function update(messages, view, hasEarlier) {
    const entries = [];
    let before = null;
    for (const message of messages) {
      const date = day(message.date, view.zone);
      const sameDay = before && day(before.date, view.zone) === date;
      if (!sameDay) {
        const word = dayWord(message.date, view.now, view.zone);
        entries.push({ key: `day ${message.id}`, sign: word, make: () => el("p", { class: "service day" }, word) });
      }
      const topic = view.topicNames?.[message.thread];
      if (view.topicNames && message.thread !== before?.thread && topic)
        entries.push({ key: `topic ${message.id}`, sign: topic, make: () => el("p", { class: "service" }, `In “${topic}”`) });
      const joined = Boolean(sameDay && !before.service && before.thread === message.thread && before.from === message.from && new Date(message.date) - new Date(before.date) < JOINED);
      const look = { ...view, joined };
      entries.push({ key: message.id, sign: sign(message, look), make: (old) => bubble(message, look, { ...act, goTo }, old) });
      before = message;
    }
    const last = messages.at(-1);
    const came = newest === null ? 0 : messages.filter((message) => message.id > newest).length;
    const own = came && last.from === view.me;
    const height = log.scrollHeight;
    const grew = older.isConnected && !older.hidden && entries.length && newest !== null && !came;
    patch(inner, entries);
    older.hidden = !hasEarlier;
    if (grew && !atEnd) log.scrollTop += log.scrollHeight - height; // what was added above pushes nothing away
    if (atEnd || own) toEnd();
    else if (came) {
      missed += came;
      count.textContent = String(missed);
      count.hidden = jump.hidden = false;
      jump.setAttribute("aria-label", `Go to the newest message, ${missed} new`);
    }
    newest = last?.id ?? newest ?? 0;
    const all = bubbles();
    choose(all.find((each) => each.contains(document.activeElement)) ?? all.at(-1));
  }

  function label(name, language) {
    log.setAttribute("aria-label", name);
    log.lang = language;
  }

  return { node, update, toEnd, goTo, label };
}
