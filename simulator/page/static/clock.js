// The clock, the buttons that let time pass, the plays, and the guide.

import { actor, button, patch, setText } from "./dom.js";
import { exactTime, longDay, shortDay, time } from "./times.js";

const WALKS = [
  ["next", "Next event", "Walk to the next thing that is due"],
  ["minute", "+1 min", "Walk one minute on"],
  ["hour", "+1 h", "Walk one hour on"],
  ["day", "+1 day", "Walk one day on"],
  ["week", "+1 week", "Walk one week on"],
];

// What is said of a clock that this page can't move.
const ABOUT = {
  real: () => "This clock is the real one. It can't be moved.",
  fast: ({ speed }) => `This clock runs ${speed} times as fast as yours.`,
  stepped: () => "This clock is moved by the program that runs it.",
};

const part = (id) => document.getElementById(id);

/** Why nothing can be pressed just now, or "". */
export function whyBusy(about) {
  const play = about.plays.find((each) => each.running);
  if (play) return `“${play.title}” is playing. Buttons wait until it ends, or until you stop it.`;
  return about.busy ? "Time is passing. Buttons wait until it stops." : "";
}

/** `act` has walk(to), play(index), stop(), guide() that fetches the guide's HTML, and say(name, text) on somebody's phone. */
export function makeClock(act) {
  let read = false;
  let store = null;
  part("walks").append(
    ...WALKS.map(([to, label, what]) =>
      actor({ class: `walk ${to}`, "aria-description": what, onclick: () => act.walk(to) }, label)),
  );
  setInterval(() => store?.about.clock.speed && show(), 1000);

  function show() {
    const { zone, mode } = store.about.clock;
    setText(part("time"), mode === "stepped" ? time(store.now(), zone) : exactTime(store.now(), zone));
    setText(part("day"), `${longDay(store.now(), zone)}${zone === "UTC" ? ", UTC" : ""}`);
    setText(part("short-day"), shortDay(store.now(), zone));
  }

  async function readGuide() {
    read = true;
    part("guide").innerHTML = await act.guide(); // the program's own, trusted
    for (const sample of part("guide").querySelectorAll("button[data-say]")) {
      const { phone, say } = sample.dataset;
      sample.replaceWith(actor({ class: "sample", "aria-description": `Send this on ${phone}'s phone`, onclick: () => act.say(phone, say) }, sample.textContent.trim()));
    }
  }

  return function update(next) {
    store = next;
    const { about, bot } = store;
    document.title = `${bot.title} – simulator`;
    setText(part("title"), bot.title);
    show();
    part("walks").hidden = !about.walks;
    part("real").hidden = about.walks;
    setText(part("real"), ABOUT[about.clock.mode](about.clock));
    const plays = about.plays.map(({ title, running }, index) => ({
      key: index,
      sign: `${title} ${running}`,
      make: () => actor({ class: "play", onclick: () => act.play(index) }, running ? `Playing: ${title}` : title),
    }));
    if (about.plays.some((each) => each.running)) plays.push({
      key: "stop",
      sign: "stop",
      make: () => button({ class: "play", "aria-description": "Stop where it is now", onclick: act.stop }, "Stop"),
    });
    patch(part("plays"), plays);
    part("guide-box").hidden = !about.guided;
    if (about.guided && !read) readGuide();
    part("connect").hidden = about.guided;
    setText(part("base"), `${location.origin}/bot<token>/<method>`);
    setText(part("heard"), store.total ? `A bot is talking to it: ${store.total} requests so far.` : "No bot has called yet.");
    setText(part("busy"), whyBusy(about));
  };
}
