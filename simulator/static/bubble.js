// One message as a bubble: text, picture, words about it, its buttons, and Scan where it carries a start link.

import { el } from "./dom.js";
import { time } from "./times.js";

const LONG_QUOTE = 150; // characters, or four lines: what about three lines of a bubble hold

/** What a bubble looks like depends on this and on nothing else. */
export const sign = (message, view) =>
  JSON.stringify([message, view.zone, view.scanners.map(({ id, name }) => [id, name])]);

/**
 * The element of a message. `view` is {zone, bot, group, scanners}, `act` has press, scan and open (a picture).
 * `old` is the element it replaces: what was opened or focused there stays so.
 */
export function bubble(message, view, act, old) {
  if (message.service) return el("p", { class: "service" }, message.service);
  const sender = message.mine ? "You" : message.from === "bot" ? view.bot : message.from;
  const at = time(message.date, view.zone);
  const node = el("article", {
    class: `bubble ${message.mine ? "mine" : "theirs"}${old ? " changed" : ""}`,
    "aria-label": `${sender}, ${at}`,
    "data-message": message.id,
    tabindex: "-1",
  });
  const body = el("div", { class: "body" });
  if (view.group && !message.mine) body.append(el("p", { class: "sender" }, sender));
  if (message.photo) body.append(picture(message, sender, act));
  if (message.html) body.append(text(message, act));
  body.append(el("p", { class: "meta" }, ...words(message, at)));
  node.append(body);
  if (message.rows?.length) node.append(keyboard(message, act));
  if (message.start_links?.length) node.append(scan(message, view, act));
  if (old) carryOver(old, node);
  return node;
}

function picture(message, sender, act) {
  const alt = `Picture from ${sender}. ${message.text ? "Its text stands below." : "It has no text."}`;
  return el(
    "button",
    { class: "photo", type: "button", "aria-label": `${alt} Open it large.`, onclick: () => act.open(message.photo, alt) },
    el("img", { src: message.photo, alt: "" }),
  );
}

function text(message, act) {
  const node = el("div", { class: "text", dir: "auto" });
  node.innerHTML = message.html; // made by the simulator from entities, every other character escaped
  for (const quote of node.querySelectorAll("blockquote.expandable")) fold(quote);
  for (const link of node.querySelectorAll("a[href]")) {
    const payload = startPayload(link.href, message);
    if (payload) {
      link.dataset.acts = "";
      link.addEventListener("click", (event) => (event.preventDefault(), act.start(payload)));
    } else {
      link.target = "_blank";
      link.rel = "noopener noreferrer";
    }
  }
  for (const spoiler of node.querySelectorAll(".tg-spoiler, tg-spoiler")) hide(spoiler);
  return node;
}

/** The payload of a link to this bot; anything else leads out of the simulator. */
function startPayload(href, message) {
  const payload = URL.canParse(href) ? new URL(href).searchParams.get("start") : null;
  return message.start_links?.includes(payload) ? payload : null;
}

function fold(quote) {
  const inside = quote.textContent;
  if (inside.length < LONG_QUOTE && inside.split("\n").length < 4) return;
  const words = el("div", { class: "folded" });
  words.append(...quote.childNodes);
  const button = el("button", { type: "button", class: "more", "aria-expanded": "false" }, "Show all");
  button.addEventListener("click", () => {
    const open = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", String(open));
    button.textContent = open ? "Show less" : "Show all";
    words.classList.toggle("open", open);
  });
  quote.append(words, button);
}

function hide(spoiler) {
  spoiler.classList.add("tg-spoiler");
  spoiler.tabIndex = 0;
  spoiler.setAttribute("role", "button");
  spoiler.setAttribute("aria-label", "Hidden text. Press to show it.");
  const show = () => {
    spoiler.classList.add("shown");
    for (const name of ["role", "aria-label", "tabindex"]) spoiler.removeAttribute(name);
  };
  spoiler.addEventListener("click", show);
  spoiler.addEventListener("keydown", (event) => event.key === "Enter" && show());
}

function words(message, at) {
  const tags = [
    message.made_up && "made up",
    message.silent && "silent",
    message.protected && "protected",
    message.edited && "edited",
  ].filter(Boolean);
  return [...tags.map((word) => el("span", { class: "tag" }, word)), el("time", { datetime: message.date }, at)];
}

function keyboard(message, act) {
  return el(
    "div",
    { class: "keyboard", role: "group", "aria-label": "Buttons" },
    ...message.rows.map((row) => el("div", { class: "row" }, ...row.map((button) => key(button, message, act)))),
  );
}

function key(button, message, act) {
  if (button.url) {
    const payload = startPayload(button.url, message);
    if (!payload)
      return el("a", { class: "key", href: button.url, target: "_blank", rel: "noopener noreferrer" }, `${button.label} ↗`);
    return el("button", { class: "key", type: "button", "data-acts": true, onclick: () => act.start(payload) }, button.label);
  }
  const why = button.data === null || button.data === undefined ? "This button does nothing in the simulator." : null;
  return el(
    "button",
    { class: "key", type: "button", "data-acts": true, "data-why": why, onclick: () => act.press(message.id, button.data) },
    button.label,
  );
}

function scan(message, view, act) {
  const phones = view.scanners.flatMap(({ id, name }) =>
    message.start_links.map((payload) =>
      el(
        "button",
        { class: "plain", type: "button", "data-acts": true, "aria-label": `Scan with ${name}`, onclick: () => act.scan(id, payload) },
        `▸ ${name}`,
      ),
    ),
  );
  return el("div", { class: "scan", role: "group", "aria-label": "Scan" }, el("span", {}, "Scan with"), ...phones);
}

function carryOver(old, node) {
  const open = [...old.querySelectorAll(".more")].map((button) => button.getAttribute("aria-expanded") === "true");
  if (old.querySelector(".text")?.textContent === node.querySelector(".text")?.textContent || open.some(Boolean))
    node.querySelectorAll(".more").forEach((button, index) => open[index] && button.click());
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  if (!focused) return;
  const twins = [...node.querySelectorAll("button, a[href]")];
  const twin = twins.find((button) => button.textContent === focused.textContent) ?? twins[0] ?? node;
  queueMicrotask(() => twin.focus({ preventScroll: true })); // once it is on the page
}
