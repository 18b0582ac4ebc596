// What a message holds instead of text: a poll, a place, a contact, a die.

import { actor, el } from "./dom.js";
import { icon } from "./icons.js";

/** The element of it, or null. */
export function thing(message, view, act) {
  const it = message.thing;
  if (!it) return null;
  if (it.kind === "poll") return poll(message, view, act);
  if (it.kind === "venue") return card("pin", it.title, it.address);
  if (it.kind === "location") return card("pin", "A place", `${it.latitude}, ${it.longitude}`);
  if (it.kind === "contact") return card("person", [it.first_name, it.last_name].filter(Boolean).join(" "), it.phone_number);
  return card("bolt", `${it.emoji ?? "🎲"} ${it.value ?? ""}`, "");
}

const card = (sign, title, words) => el("div", { class: "file" }, icon(sign), el("span", {}, el("b", {}, title), el("span", {}, words)));

/** A press votes, or takes the vote back; where several may be chosen, it adds one. */
function poll(message, view, act) {
  const { question, options, is_closed: closed, is_anonymous: anonymous, allows_multiple_answers: several, total_voter_count: total } = message.thing;
  const mine = message.votes?.[view.me] ?? [];
  const choose = (place) => {
    const rest = several ? mine.filter((each) => each !== place) : [];
    act.vote(message.id, mine.includes(place) ? rest : [...rest, place]);
  };
  return el("div", { class: "poll", role: "group", "aria-label": `Poll: ${question}` },
    el("p", {}, el("b", {}, question)),
    el("p", { class: "passed-on" }, `${closed ? "Closed" : anonymous ? "Anonymous" : "Public"} poll, ${total} ${total === 1 ? "vote" : "votes"}`),
    ...options.map((option, place) =>
      actor({ class: "option", "aria-pressed": String(mine.includes(place)), "data-why": closed ? "The poll is closed." : null, onclick: () => choose(place) },
        el("span", {}, option.text), el("span", {}, String(option.voter_count)))));
}
