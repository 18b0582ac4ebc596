// A message's words: quotes that fold, spoilers, links, commands, moments.

import { button, el } from "./dom.js";
import { formatted, longDay, exactTime } from "./times.js";

const LONG_QUOTE = 150; // characters, or four lines: what about three lines of a bubble hold

/** The element for a message's words. `act` has start (a payload) and say (a command). */
export function richText(message, view, act) {
  const node = el("div", { class: "text", dir: "auto" });
  node.innerHTML = message.html; // made by the simulator from entities, every other character escaped
  node.querySelectorAll("blockquote, pre").forEach(closeUp);
  node.querySelectorAll("blockquote.expandable").forEach(fold);
  node.querySelectorAll("a[href]").forEach((link) => openLink(link, message, act)); // before commands become links
  node.querySelectorAll(".tg-spoiler").forEach(cover);
  node.querySelectorAll("[data-command]").forEach((span) => span.replaceWith(command(span.textContent, act)));
  node.querySelectorAll("time").forEach((moment) => tell(moment, view));
  node.querySelectorAll("pre").forEach((block) => block.tabIndex = 0); // it may scroll
  return node;
}

/** The payload of a link to this bot; anything else leads out of the simulator. */
export function startPayload(href, message) {
  const payload = URL.canParse(href) ? new URL(href).searchParams.get("start") : null;
  return message.start_links?.includes(payload) ? payload : null;
}

function openLink(link, message, act) {
  const payload = startPayload(link.href, message);
  if (payload) {
    link.dataset.acts = "";
    link.addEventListener("click", (event) => (event.preventDefault(), act.start(payload)));
  } else {
    link.target = "_blank";
    link.rel = "noopener noreferrer";
  }
}

/** A block ends its line by itself: the line break after it would be an empty line. */
function closeUp(block) {
  const after = block.nextSibling;
  if (after?.nodeType === Node.TEXT_NODE && after.data.startsWith("\n")) after.deleteData(0, 1);
}

function fold(quote) {
  const inside = quote.textContent;
  if (inside.length < LONG_QUOTE && inside.split("\n").length < 4) return;
  const words = el("div", { class: "folded" });
  words.append(...quote.childNodes);
  const more = button({ class: "more", "aria-expanded": "false" }, "Show all");
  more.addEventListener("click", () => {
    const open = more.getAttribute("aria-expanded") !== "true";
    more.setAttribute("aria-expanded", String(open));
    more.textContent = open ? "Show less" : "Show all";
    words.classList.toggle("open", open);
  });
  quote.append(words, more);
}

/** A spoiler is a button until it is pressed; its words are out of reach of a screen reader until then. */
function cover(spoiler) {
  const words = el("span", { class: "covered", "aria-hidden": "true" });
  words.append(...spoiler.childNodes);
  const cover = button({ class: "spoiler", "aria-label": "Hidden text. Show it." }, words);
  cover.addEventListener("click", () => {
    const shown = el("span", { class: "shown", tabindex: "-1" });
    shown.append(...words.childNodes);
    cover.replaceWith(shown);
    shown.focus();
  });
  spoiler.replaceWith(cover);
}

function command(text, act) {
  return el("a", { class: "command", href: "#", "data-acts": true, onclick: (event) => (event.preventDefault(), act.say(text)) }, text);
}

function tell(moment, view) {
  const at = moment.dateTime;
  moment.title = `${longDay(at, view.zone)}, ${exactTime(at, view.zone)}`;
  const words = moment.dataset.format ? formatted(at, moment.dataset.format, view.now, view.zone) : null;
  if (words) moment.textContent = words;
}
