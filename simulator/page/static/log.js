// The request log: each call of the bot in words, and for each refusal why, and what helps.

import { el, patch, setText } from "./dom.js";
import { exactTime } from "./times.js";

const part = (id) => document.getElementById(id);
const MOST_ROWS = 120;

const refused = (call) => call.status !== 200;
const polling = (call) => call.method.toLowerCase() === "getupdates" && !refused(call);

/** The log; it costs nothing while it is closed. */
export function makeLog() {
  let store = null;
  const opened = new Set();
  const filters = ["log-method", "log-chat", "log-refused", "log-polling"].map(part);
  for (const filter of filters) filter.addEventListener("input", () => draw());

  function options(select, all, choices) {
    const chosen = select.value;
    patch(select, [["", all], ...choices].map(([value, label]) => ({ key: value, sign: label, make: () => el("option", { value }, label) })));
    select.value = choices.some(([value]) => value === chosen) ? chosen : "";
  }

  function draw() {
    const bad = store.calls.filter(refused).length;
    const names = new Map([...store.chats.values()].map((chat) => [String(chat.id), chat.kind === "private" ? chat.title : chat.title]));
    const seen = store.calls.filter((call) => part("log-polling").checked || !polling(call));
    options(part("log-method"), "All methods", [...new Set(seen.map((call) => call.method))].sort().map((name) => [name, name]));
    options(part("log-chat"), "All chats", [...new Set(seen.map((call) => String(call.chat ?? "")).filter(Boolean))].map((id) => [id, names.get(id) ?? id]));
    const [method, chat, onlyRefused] = [part("log-method").value, part("log-chat").value, part("log-refused").checked];
    const rows = seen.filter((call) => (!method || call.method === method) && (!chat || String(call.chat) === chat) && (!onlyRefused || refused(call)));
    const { waiting } = store.about;
    const behind = waiting ? `; ${waiting} ${waiting === 1 ? "update waits" : "updates wait"} for the bot` : "";
    setText(part("log-count"), `${store.total} requests, ${bad} of the last ${store.calls.length} refused${behind}`);
    part("log-empty").hidden = rows.length > 0;
    patch(part("calls"), rows.slice(-MOST_ROWS).reverse().map((call) => ({ key: call.number, sign: "", make: () => row(call) })));
  }

  function row(call) {
    const isBad = refused(call);
    const at = exactTime(call.at, store.about.clock.zone);
    const status = isBad ? `${call.status || "cut"} refused` : "ok";
    const box = el("details", { class: isBad ? "call refused" : "call", open: opened.has(call.number) },
      el("summary", {}, el("span", { class: "when" }, at), el("code", {}, call.method), el("span", { class: "answer" }, status), el("span", { class: "words" }, call.words),
        isBad && el("span", { class: "why" }, call.description), isBad && call.advice && el("span", { class: "advice" }, call.advice)),
      el("div", { class: "given" }, ...given(call)));
    box.addEventListener("toggle", () => opened[box.open ? "add" : "delete"](call.number));
    return el("li", {}, box);
  }

  return function update(next) {
    store = next;
    if (part("log").offsetParent) draw();
  };
}

function given(call) {
  const entries = Object.entries(call.parameters);
  const unknown = call.unknown.length ? [el("p", { class: "advice" }, `The Bot API does not know ${call.unknown.join(", ")}: ignored.`)] : [];
  if (!entries.length) return [...unknown, el("p", {}, "No parameters.")];
  const rows = entries.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, typeof value === "string" ? value : JSON.stringify(value))]);
  return [...unknown, el("dl", {}, ...rows)];
}
