// One message as a bubble: what it answers, picture, words, words about it, its buttons, who may scan its link.

import { actor, button, el } from "./dom.js";
import { avatar, icon } from "./icons.js";
import { inlineKeyboard } from "./inlinekeys.js";
import { isPicture, media } from "./media.js";
import { richText } from "./richtext.js";
import { thing } from "./things.js";
import { time } from "./times.js";

/** What a bubble looks like depends on this and on nothing else. */
export const sign = (message, view) =>
  JSON.stringify([message, view.zone, view.joined, message.reply_to ? view.quoted(message.reply_to) : 0, message.start_links ? view.scanners : 0]);

/** Who sent it, as its reader says it. */
export const senderOf = (message, view) =>
  message.from === view.me ? "You" : message.from === view.bot.id ? view.bot.title : message.name;

/**
 * The element of a message. `view` is {me, bot, zone, now, group, joined, scanners, quoted}; `act` has press, scan,
 * start, say, open (a picture) and more (the menu of a message). `old` is the element that it replaces.
 */
export function bubble(message, view, act, old) {
  if (message.service) return el("p", { class: "service", "data-message": message.id }, message.service);
  const sender = senderOf(message, view);
  const mine = message.from === view.me;
  const at = time(message.date, view.zone);
  const node = el("article", {
    class: `bubble ${mine ? "mine" : "theirs"}${view.joined ? " joined" : ""}${old ? " changed" : ""}`,
    "aria-label": `${sender}, ${at}`,
    "data-message": message.id,
    tabindex: "-1",
  });
  const body = el("div", { class: `body${isPicture(message) ? " has-photo" : ""}` });
  if (view.group && !mine) {
    node.classList.add("in-group");
    if (!view.joined) {
      node.append(avatar(message.from === view.bot.id ? "bot" : message.from, sender, "small"));
      body.append(el("p", { class: "sender" }, sender));
    }
  }
  if (message.passed_on) body.append(el("p", { class: "passed-on" }, `Forwarded from ${message.passed_on}`));
  if (message.reply_to) body.append(answered(message, view, act));
  const shown = media(message, sender, act) ?? thing(message, view, act);
  if (shown) body.append(shown);
  const meta = el("p", { class: "meta" }, ...marks(message), el("time", { datetime: message.date }, at));
  if (message.html) {
    const text = richText(message, view, act);
    text.append(meta);
    body.append(text);
  } else body.append(meta);
  body.append(actor({ class: "menu-of", "aria-label": `More for this message`, "aria-haspopup": "menu", onclick: (event) => act.more(message, event.currentTarget) }, icon("more")));
  const stack = el("div", { class: "stack" }, body);
  if (message.rows?.length) stack.append(inlineKeyboard(message, act));
  if (message.reactions) stack.append(reactions(message, view, act));
  if (message.start_links?.length && view.scanners.length) stack.append(scan(message, view, act));
  node.append(stack);
  if (old) carryOver(old, node);
  return node;
}

function answered(message, view, act) {
  const { name, text } = view.quoted(message.reply_to);
  return button({ class: "answered", "aria-label": `In reply to ${name}: ${text}. Go there.`, onclick: () => act.goTo(message.reply_to) },
    el("b", {}, name), el("span", {}, text));
}

/** What there is to know about it, in words: no sign stands alone. */
function marks(message) {
  const words = [message.made_up && "made up", message.protected && "protected", message.via && `via @${message.via}`, message.edited && "edited"].filter(Boolean);
  const silent = message.silent && el("span", { class: "mark" }, icon("bell"), "silent");
  return [...words.map((word) => el("span", { class: "mark" }, word)), silent].filter(Boolean);
}

/** Who set which emoji, counted; a press sets one's own or takes it back. */
function reactions(message, view, act) {
  const counts = new Map();
  for (const [who, emoji] of Object.entries(message.reactions))
    for (const each of emoji) counts.set(each, [...(counts.get(each) ?? []), Number(who)]);
  return el("div", { class: "scan", role: "group", "aria-label": "Reactions" }, ...[...counts].map(([emoji, who]) => {
    const mine = who.includes(view.me);
    return actor({ class: "chip", "aria-pressed": String(mine), "aria-label": `${emoji} ${who.length}`, onclick: () => act.react(message.id, mine ? null : emoji) }, `${emoji} ${who.length}`);
  }));
}

function scan(message, view, act) {
  const phones = view.scanners.flatMap(({ id, name }) =>
    message.start_links.map((payload) =>
      actor({ class: "chip", "aria-label": `Scan with ${name}`, onclick: () => act.scan(id, payload) }, avatar(id, name, "tiny"), name)));
  return el("div", { class: "scan", role: "group", "aria-label": "Scan" }, el("span", {}, "Scan with"), ...phones);
}

/** What was opened or focused in the old element stays so in the new one. */
function carryOver(old, node) {
  const open = [...old.querySelectorAll(".more")].map((more) => more.getAttribute("aria-expanded") === "true");
  node.querySelectorAll(".more").forEach((more, index) => open[index] && more.click());
  node.tabIndex = old.tabIndex;
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  if (!focused) return;
  const twins = [...node.querySelectorAll("button, a[href]")];
  const inKeys = twins.filter((twin) => twin.classList.contains("key"));
  const twin = focused === old ? node : (twins.find((one) => one.textContent && one.textContent === focused.textContent) ?? inKeys[0] ?? node);
  queueMicrotask(() => twin.focus({ preventScroll: true })); // once it is on the page
}
