// Faults on purpose: what goes wrong, at which requests, how often; what waits; and Telegram's limits.

import { button, el, patch, setText } from "./dom.js";

const part = (id) => document.getElementById(id);

// What can go wrong, in words, and what a bot sees of it.
const WHATS = [
  ["refuse", "Refuse it", "Nothing happens; the bot gets the error below."],
  ["delay before", "Answer late, nothing happened yet", "It waits, then it happens, then the answer comes."],
  ["delay after", "Answer late, it has happened", "It happens at once; the answer comes late."],
  ["hang", "Never answer", "Nothing happens. The bot has to give up by itself."],
  ["drop before", "Cut the connection, nothing happened", "The bot can't know that nothing was sent."],
  ["drop after", "Cut the connection, it has happened", "People see it; the bot can't know."],
  ["bad body before", "Answer nonsense, nothing happened", "What comes back is no answer of Telegram's."],
  ["bad body after", "Answer nonsense, it has happened", "What comes back is no answer of Telegram's."],
  ["duplicate", "Deliver updates twice", "At getUpdates: the bot hears the same again."],
  ["out of order", "Deliver updates out of order", "At getUpdates: the newest first."],
  ["second poller", "A second poller", "At getUpdates: 409, as if another copy of the bot ran."],
];
const ERRORS = [
  [429, "Too Many Requests: retry after 3", { retry_after: 3 }],
  [403, "Forbidden: bot was blocked by the user"],
  [400, "Bad Request: chat not found"],
  [401, "Unauthorized"],
  [404, "Not Found"],
  [500, "Internal Server Error"],
  [502, "Bad Gateway"],
];
const METHODS = ["*", "sendMessage", "sendPhoto", "editMessageText", "editMessageReplyMarkup", "deleteMessage", "answerCallbackQuery", "getUpdates", "getMe", "setMyCommands"];
const OF_UPDATES = new Set(["duplicate", "out of order", "second poller"]);

const choice = (name, label, options) => el("label", {}, label, el("select", { name }, ...options.map(([value, words]) => el("option", { value }, words))));
const number = (name, label, value, min, step = 1) => el("label", {}, label, el("input", { name, type: "number", value, min, step, inputmode: "decimal" }));

/** `send(method, path, body)` speaks with the simulator's control; true if it went well. */
export function makeFaults(send) {
  const form = part("fault-form");
  const about = el("p", { role: "note" });
  const error = choice("error", "With which error", ERRORS.map(([status, text], place) => [place, `${status} ${text}`]));
  const seconds = number("seconds", "Seconds", 3, 0, 0.5);
  const body = choice("body", "What comes instead", [["broken json", "Half a JSON"], ["html", "A web page"], ["not ours", "Another JSON"]]);
  form.append(
    choice("what", "What goes wrong", WHATS.map(([value, label]) => [value, label])), about,
    choice("method", "At which method", METHODS.map((name) => [name, name === "*" ? "any" : name])), error, seconds, body,
    choice("chat", "About which chat", [["", "any"]]),
    el("div", { class: "pair" }, number("times", "How often (0: until cleared)", 1, 0), number("every", "At every n-th such request", 1, 1)),
    number("chance", "With what chance, in percent", 100, 1),
    el("button", { class: "chip main", type: "submit" }, "Let it go wrong"),
  );

  function fit() {
    const what = form.elements.what.value;
    setText(about, WHATS.find(([value]) => value === what)[2]);
    error.hidden = what !== "refuse";
    seconds.hidden = !what.startsWith("delay");
    body.hidden = !what.startsWith("bad body");
    form.elements.method.closest("label").hidden = OF_UPDATES.has(what);
  }
  form.addEventListener("input", fit);
  fit();

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const given = form.elements;
    const what = given.what.value;
    const [status, description, parameters] = ERRORS[given.error.value];
    send("POST", "faults", {
      what,
      method: OF_UPDATES.has(what) ? "getUpdates" : given.method.value,
      times: Number(given.times.value),
      every: Number(given.every.value),
      chance: Number(given.chance.value) / 100,
      ...(given.chat.value ? { chat: Number(given.chat.value) } : {}),
      ...(what === "refuse" ? { status, description, ...(parameters ? { parameters } : {}) } : {}),
      ...(what.startsWith("delay") ? { seconds: Number(given.seconds.value) } : {}),
      ...(what.startsWith("bad body") ? { body: given.body.value } : {}),
    });
  });
  part("clear-faults").addEventListener("click", () => send("DELETE", "faults"));
  part("limits-on").addEventListener("change", (event) => send("POST", "limits", { on: event.target.checked }));

  return function update({ about: { faults, limits }, chats }) {
    const names = new Map([...chats.values()].map((chat) => [chat.id, chat.title]));
    patch(form.elements.chat, [["", "any"], ...names].map(([id, title]) => ({ key: id, sign: title, make: () => el("option", { value: id }, title) })));
    patch(part("waiting-faults"), faults.map((fault) => ({
      key: fault.id,
      sign: JSON.stringify(fault),
      make: () => el("li", {}, el("span", {}, inWords(fault, names)),
        button({ class: "chip", "aria-label": `Clear: ${inWords(fault, names)}`, onclick: () => send("DELETE", `faults/${fault.id}`) }, "Clear")),
    })));
    part("no-faults").hidden = faults.length > 0;
    part("clear-faults").hidden = faults.length < 2;
    part("limits-on").checked = limits.on;
    const counts = Object.entries(limits.violations);
    setText(part("violations"), counts.length ? `Run into so far: ${counts.map(([limit, count]) => `${limit} ${count}×`).join(", ")}.` : "Not run into so far.");
  };
}

function inWords(fault, names) {
  const [, label] = WHATS.find(([value]) => value === fault.what);
  const where = fault.method === "*" ? "any request" : fault.method;
  const whom = fault.chat === undefined ? "" : ` about ${names.get(fault.chat) ?? fault.chat}`;
  const often = fault.times === null ? "until cleared" : fault.times === 1 ? "once" : `${fault.times} times`;
  const every = fault.every ? `, at every ${fault.every}th` : "";
  const chance = fault.chance ? `, ${Math.round(fault.chance * 100)} % of the time` : "";
  return `${label}: ${where}${whom}, ${often}${every}${chance}${fault.description ? ` (${fault.description})` : ""}`;
}
