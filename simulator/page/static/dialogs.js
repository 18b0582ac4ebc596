// What opens above the page: a picture, a bot's alert, the keyboard's shortcuts, a new person, a new group.

import { el, setText } from "./dom.js";

const part = (id) => document.getElementById(id);

/** A picture, large; it can be shown at full size, and Escape closes it. */
export function openPicture(address, alt) {
  const image = part("picture").querySelector("img");
  image.src = address;
  image.alt = alt;
  part("picture").classList.remove("full");
  part("full-size").setAttribute("aria-pressed", "false");
  part("picture").showModal();
}

/** What a bot says when it wants to be sure to be read. */
export function alertBox(who, text) {
  setText(part("alert-who"), who);
  setText(part("alert-text"), text);
  part("alert").showModal();
}

let named = null; // what to do with the name that is asked for

/** Asks for a name, in words, and does something with it. */
export function askName(title, run) {
  named = run;
  setText(part("naming-title"), title);
  part("naming").showModal();
}

/** `post(action, body)` is true if it went well; `walk()` presses Next event. */
export function makeDialogs({ store, desk, post, walk }) {
  part("full-size").addEventListener("click", () => {
    const full = part("picture").classList.toggle("full");
    part("full-size").setAttribute("aria-pressed", String(full));
  });
  for (const dialog of document.querySelectorAll("dialog"))
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  for (const closer of document.querySelectorAll("dialog .closer")) closer.addEventListener("click", () => closer.closest("dialog").close());
  part("show-keys").addEventListener("click", () => part("shortcuts").showModal());
  part("add").addEventListener("click", () => {
    part("new-members").replaceChildren(el("legend", {}, "Who is in it"), ...[...store.people.values()].map(({ id, name }) =>
      el("label", {}, el("input", { type: "checkbox", name: "member", value: id, checked: true }), ` ${name}`)));
    part("adding").showModal();
  });

  part("new-person").addEventListener("submit", async (event) => {
    event.preventDefault();
    const form = event.target;
    const given = Object.fromEntries(new FormData(form));
    part("adding").close();
    if (await post("person", given)) form.reset();
  });
  part("new-group").addEventListener("submit", async (event) => {
    event.preventDefault();
    const form = event.target;
    const given = new FormData(form);
    part("adding").close();
    const asked = { title: given.get("title"), members: given.getAll("member").map(Number), kind: given.get("kind") };
    if (await post("group", asked)) form.reset();
  });

  part("new-name").addEventListener("submit", (event) => {
    event.preventDefault();
    part("naming").close();
    named(new FormData(event.target).get("name"));
    event.target.reset();
  });

  document.addEventListener("keydown", (event) => {
    if (document.querySelector("dialog[open]")) return;
    const run = {
      F6: () => desk.next(event.shiftKey ? -1 : 1),
      F8: walk,
      F9: () => part("log-tab").click(),
      "/": event.ctrlKey ? () => part("shortcuts").showModal() : null,
    }[event.key];
    if (!run) return;
    event.preventDefault();
    run();
  });
}
