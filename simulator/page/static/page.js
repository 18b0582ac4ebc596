// The page: follows the simulator, and sends what a person does.

import { makeAnnouncer } from "./announce.js";
import { makeClock, whyBusy } from "./clock.js";
import { makeDesk } from "./desk.js";
import { lock, locked, setText } from "./dom.js";
import { fileFields, MOST_BYTES } from "./attaching.js";
import { alertBox, askName, makeDialogs, openPicture } from "./dialogs.js";
import { makeFaults } from "./faults.js";
import { makeLog } from "./log.js";
import { makeStore, titleOf } from "./store.js";
import { makeTheme } from "./theme.js";
import { makeTools } from "./tools.js";
import { control, earlier, follow, guide, post } from "./wire.js";

const ANSWER_TIME = 15_000; // milliseconds that a pressed key shows that it waits

const part = (id) => document.getElementById(id);
const announcer = makeAnnouncer(part("voice"));
const store = makeStore(changed);

/** Does it; says in `say` what went wrong. What came of it if it went well, else false. */
async function trying(say, doing) {
  try {
    return (await doing()) ?? true;
  } catch (error) {
    say(error.message);
    return false;
  }
}

const attempt = (say, action, body) => trying(say, () => post(action, body));

function notice(text) {
  setText(part("notice"), text);
  part("notice").hidden = !text;
}

/** What can be done in one chat on one phone. */
function act(phone, chat, toast) {
  const at = { phone, chat };
  return {
    say: (text, reply, thread) => attempt(toast, "say", { ...at, text, reply_to: reply, thread }),
    edit: (message, text) => attempt(toast, "edit", { ...at, message, text }),
    press: async (message, data) => {
      const pressed = await attempt(toast, "press", { ...at, message, data });
      return pressed && answered(phone, pressed.press);
    },
    key: (label) => attempt(toast, "key", { ...at, label }),
    react: (message, emoji) => attempt(toast, "react", { ...at, message, emoji }),
    vote: (message, options) => attempt(toast, "vote", { ...at, message, options }),
    inline: (query) => attempt(toast, "inline", { ...at, query }),
    choose: (query, offer) => attempt(toast, "choose", { ...at, query, offer }),
    attach: async (file, caption, thread) => {
      if (file.size > MOST_BYTES) return toast("That file is too large: at most 20 MB.");
      return attempt(toast, "attach", { ...at, ...(await fileFields(file)), caption, thread });
    },
    copy: (text) => navigator.clipboard.writeText(text).then(() => toast("Copied."), () => toast("This browser does not let it be copied.")),
    askElsewhere: (query) => {
      desk.bring(`phone-${phone}`);
      desk.phone(`phone-${phone}`).open(phone);
      desk.phone(`phone-${phone}`).ask(query);
    },
    start: (payload) => attempt(toast, "scan", { phone, payload }),
    scan: async (scanner, payload) => {
      if (!(await attempt(toast, "scan", { phone: scanner, payload }))) return;
      desk.bring(`phone-${scanner}`);
      desk.phone(`phone-${scanner}`).open(scanner);
    },
    block: (blocked) => attempt(toast, "block", { phone, blocked }),
    members: (what, person) => attempt(toast, "members", { ...at, what, person }),
    newTopic: () => askName("New topic", (name) => attempt(toast, "topic", { ...at, name })),
    earlier: async () => store.addEarlier(chat, await earlier(chat, Math.min(...store.chats.get(chat).messages.keys()))),
    open: openPicture,
    note: toast,
    announce: announcer.say,
  };
}

const waiting = new Map(); // presses that no answer was seen to, by id: what to call then

/** Resolves once the bot has answered that press, or after the time that it has for it. */
function answered(phone, press) {
  return new Promise((done) => {
    waiting.set(press, { phone, done });
    setTimeout(done, ANSWER_TIME);
  });
}

function noteAnswers() {
  for (const [press, { phone, done }] of waiting)
    if (store.people.get(phone)?.answers.some((answer) => answer.press === press)) waiting.delete(press), done();
}

const only = new URLSearchParams(location.search).get("phone"); // a window with one phone in it
document.body.classList.toggle("single", Boolean(only));
const desk = makeDesk(store, { only, act, alert: alertBox, dock: part("dock"), table: part("phones") });
const fromPanel = async (action, body) => (await attempt(notice, action, body)) && (notice(""), true);
const updateClock = makeClock({ walk: (to) => fromPanel("walk", { to }), play: (index) => fromPanel("play", { index }), stop: () => fromPanel("stop", {}), guide, say: sayOn });
const updateLog = makeLog();
const updateFaults = makeFaults((method, path, body) => trying(notice, () => control(method, path, body)));
makeTheme(part("theme"));
makeTools(() => store.about && draw([]));
makeDialogs({ store, desk, post: fromPanel, walk: () => document.querySelector(".walk.next")?.click() });

/** Says it to the bot on somebody's phone, and shows that phone. */
function sayOn(name, text) {
  const person = [...store.people.values()].find((each) => each.name === name);
  if (!person) return notice(`There is no phone of ${name}.`);
  desk.bring(`phone-${person.id}`);
  desk.phone(`phone-${person.id}`).open(person.id);
  return fromPanel("say", { phone: person.id, chat: person.id, text });
}

let drawing = false;
let fresh = [];

/** Something changed: drawn once a frame, however much comes. */
function changed(messages) {
  fresh.push(...messages);
  if (drawing) return;
  drawing = true;
  requestAnimationFrame(() => {
    drawing = false;
    const came = fresh;
    fresh = [];
    draw(came);
  });
}

function draw(came) {
  if (!store.about) return;
  const why = whyBusy(store.about);
  updateClock(store);
  desk.draw();
  noteAnswers();
  updateLog(store);
  updateFaults(store);
  document.body.classList.toggle("is-busy", Boolean(why));
  lock(document, why);
  came.forEach(speak);
}

/** Says a new message once, for everyone who has it on a phone; not one's own. */
function speak({ chat, message }) {
  const reader = store.people.get(chat.members.find((id) => id !== message.from));
  if (!reader || message.service) return;
  const sender = message.from === store.bot.id ? store.bot.title : message.name;
  const where = chat.kind === "private" ? (message.from === store.bot.id ? reader.name : null) : titleOf(chat, reader);
  if (!where) return;
  announcer.heard(`${chat.id} ${message.id}`, `${where}, from ${sender}: ${message.media ? `${message.media.kind}. ` : ""}${message.text.slice(0, 200)}`);
}

// A locked control does nothing, and says why to those who cannot hover.
document.addEventListener("click", (event) => {
  const control = event.target.closest?.("[data-acts]");
  if (!control || !locked(control)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  (desk.of(control)?.toast ?? notice)(control.title);
}, true);

let gone = false;
let first = true;
follow(only, {
  everything(state) {
    store.everything(state);
    if (first) desk.catchUp();
    first = false;
  },
  news: store.news,
  lost(lost) {
    if (lost !== gone) notice(lost ? "The simulator does not answer. Trying again." : "");
    gone = lost;
  },
});
