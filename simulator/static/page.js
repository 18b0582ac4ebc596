// The page: follows the simulator's state, and sends what a person does.

import { cardsOf, makeCard } from "./card.js";
import { el, lock, locked, patch, setText } from "./dom.js";
import { makePanel, whyBusy } from "./panel.js";
import { follow, post } from "./wire.js";

const part = (id) => document.getElementById(id);
const cards = new Map();
let shown = null; // the card on screen where there is room for one
let state = null;

/** Posts; says in `say` what went wrong. True if it went well. */
async function attempt(say, action, body) {
  try {
    await post(action, body);
    return true;
  } catch (error) {
    say(error.message);
    return false;
  }
}

const panelSays = (text) => {
  setText(part("lost"), text);
  part("lost").hidden = !text;
};

/** The actions of one chat on one phone. */
function bind(phone, chat, toast) {
  return {
    say: (text) => attempt(toast, "say", { phone, chat, text }),
    press: (message, data) => attempt(toast, "press", { phone, chat, message, data }),
    scan: async (scanner, payload) => {
      if (!(await attempt(toast, "scan", { phone: scanner, payload }))) return;
      const view = state.phones.find(({ id }) => id === scanner)?.chats.find(({ kind }) => kind === "private");
      if (view) cards.get(`phone-${scanner}`)?.choose(`${scanner} ${view.id}`);
      show(`phone-${scanner}`);
    },
    start: (payload) => attempt(toast, "scan", { phone, payload }),
    block: (blocked) => attempt(toast, "block", { phone, blocked }),
    open: openPicture,
    note: toast,
  };
}

function openPicture(address, alt) {
  const dialog = part("picture");
  const image = dialog.querySelector("img");
  image.src = address;
  image.alt = alt;
  dialog.showModal();
}

/** Brings one card to the front; where all have room, scrolls it into view. */
function show(id) {
  shown = id;
  for (const [other, card] of cards) card.node.classList.toggle("shown", other === id);
  for (const tab of part("tabs").children) tab.setAttribute("aria-pressed", String(tab.dataset.card === id));
  cards.get(id)?.node.scrollIntoView({ block: "nearest", inline: "nearest" });
  if (state) showTabs(cardsOf(state));
}

function showTabs(specs) {
  patch(part("tabs"), specs.map((spec) => ({
    key: spec.id,
    sign: spec.heading,
    make: () => el("button", { type: "button", class: "tab", "data-card": spec.id, "aria-pressed": String(spec.id === shown), onclick: () => show(spec.id) }, spec.heading),
  })));
  for (const tab of part("tabs").children) {
    const isGroup = tab.dataset.card.startsWith("group-");
    const unread = tab.dataset.card === shown || isGroup ? 0 : cards.get(tab.dataset.card).unread();
    const { heading } = specs.find(({ id }) => id === tab.dataset.card);
    setText(tab, unread ? `${heading}, ${unread} new` : heading);
  }
}

const fromPanel = async (action, body) => (await attempt(panelSays, action, body)) && panelSays("");
const updatePanel = makePanel({
  walk: (to) => fromPanel("walk", { to }),
  play: (index) => fromPanel("play", { index }),
});

function render(next) {
  state = next;
  const specs = cardsOf(state);
  const why = whyBusy(state);
  updatePanel(state);
  patch(part("phones"), specs.map((spec) => ({
    key: spec.id,
    sign: "",
    make: () => {
      const card = makeCard(spec.id, bind);
      cards.set(spec.id, card);
      return card.node;
    },
  })));
  for (const spec of specs) cards.get(spec.id).update(spec, state);
  if (!specs.some(({ id }) => id === shown) && specs.length) show(specs[0].id);
  showTabs(specs);
  document.body.classList.toggle("is-busy", Boolean(why));
  lock(document, why);
}

// A locked control does nothing, and says why to those who cannot hover.
document.addEventListener(
  "click",
  (event) => {
    const control = event.target.closest("[data-acts]");
    if (!control || !locked(control)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const card = [...cards.values()].find(({ node }) => node.contains(control));
    (card ? card.toast : panelSays)(control.title);
  },
  true,
);
part("picture").addEventListener("click", (event) => event.target === event.currentTarget && part("picture").close());

if (matchMedia("(max-width: 1099px)").matches) part("guide-box").open = false;
let gone = false;
follow(render, (lost) => {
  if (lost !== gone) panelSays(lost ? "The simulator does not answer. Trying again." : "");
  gone = lost;
});
