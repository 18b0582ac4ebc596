// The panel: clock, walks, plays, guide, and the log of the bot's calls.

import { el, patch, setText } from "./dom.js";
import { exactTime, longDay, time } from "./times.js";

const WALKS = [
  ["next", "Next event", "Walk to the next thing that is due"],
  ["hour", "+1 h", "Walk one hour on"],
  ["day", "+1 day", "Walk one day on"],
  ["week", "+1 week", "Walk one week on"],
];

const part = (id) => document.getElementById(id);

/** Why nothing can be pressed just now, or "". */
export function whyBusy(state) {
  const play = state.plays.find((each) => each.running);
  if (play) return `“${play.title}” is playing. Buttons wait until it ends.`;
  return state.busy ? "Time is passing. Buttons wait until it stops." : "";
}

/** The panel. `act` has walk and play. */
export function makePanel(act) {
  let guide = null;
  const log = part("log");
  let latest = null;
  log.addEventListener("toggle", () => latest && showCalls(latest));
  part("walks").append(
    ...WALKS.map(([to, label, what]) =>
      el("button", { class: `walk ${to === "next" ? "main" : ""}`, type: "button", "data-acts": true, "aria-description": what, onclick: () => act.walk(to) }, label),
    ),
  );

  return function update(state) {
    const zone = state.clock.zone || "UTC";
    latest = state;
    document.title = `${state.bot.title} – simulator`;
    setText(part("title"), state.bot.title);
    setText(part("time"), time(state.clock.now, zone));
    setText(part("day"), `${longDay(state.clock.now, zone)}${zone === "UTC" ? ", UTC" : ""}`);
    for (const button of part("walks").children)
      if (state.clock.mode === "real") button.dataset.why = "This clock is the real one. It can't be moved.";
    patch(part("plays"), state.plays.map(({ title, running }, index) => ({
      key: index,
      sign: `${title} ${running}`,
      make: () => el("button", { class: "play", type: "button", "data-acts": true, onclick: () => act.play(index) }, running ? `Playing: ${title}` : title),
    })));
    if (guide !== state.guide) part("guide").innerHTML = guide = state.guide; // the program's own, trusted
    part("guide-box").hidden = !guide;
    setText(part("busy"), whyBusy(state));
    showCalls(state);
  };
}

/** Successful polling is left out: it comes with every update and says nothing. */
function showCalls(state) {
  const calls = (state.calls ?? []).filter((call) => call.method.toLowerCase() !== "getupdates" || refused(call));
  const refusals = calls.filter(refused).length;
  setText(part("log-count"), `– last ${calls.length}, ${refusals} refused`);
  if (!part("log").open) return;
  const titles = new Map();
  for (const phone of state.phones)
    for (const chat of phone.chats) titles.set(String(chat.id), chat.kind === "group" ? chat.title : phone.name);
  const zone = state.clock.zone || "UTC";
  const seen = new Map();
  const rows = calls.map((call) => {
    const sign = JSON.stringify(call);
    const nth = (seen.get(sign) ?? 0) + 1;
    seen.set(sign, nth);
    return { key: `${sign} ${nth}`, sign, make: () => row(call, titles, zone) };
  });
  patch(part("calls"), rows.reverse());
}

const refused = (call) => call.status >= 400;

function row(call, titles, zone) {
  const chat = String(call.chat ?? call.parameters?.chat_id ?? "");
  const answer = refused(call)
    ? el("td", { class: "refused" }, el("b", {}, `${call.status} refused`), ` ${call.description ?? ""}`)
    : el("td", {}, String(call.status));
  return el("tr", {}, el("td", {}, call.at ? exactTime(call.at, zone) : ""), el("td", {}, call.method),
    el("td", {}, titles.get(chat) ?? chat), answer);
}
