// A menu that opens at a button: arrow keys, Enter, Escape, a press elsewhere closes it.

import { el } from "./dom.js";
import { icon } from "./icons.js";

let open = null;

/** Opens a menu of [{label, icon, run}] at `anchor`; a second call with the same anchor closes it. */
export function openMenu(anchor, items) {
  const same = open?.anchor === anchor;
  closeMenu();
  if (same || !items.length) return;
  const menu = el("div", { class: "menu", role: "menu", "aria-label": anchor.getAttribute("aria-label") ?? anchor.textContent });
  for (const item of items)
    menu.append(el("button", { type: "button", role: "menuitem", tabindex: "-1", "data-acts": item.acts, onclick: () => choose(item) },
      item.icon && icon(item.icon), item.label));
  anchor.setAttribute("aria-expanded", "true");
  document.body.append(menu);
  place(menu, anchor);
  open = { anchor, menu };
  menu.firstElementChild.focus();
}

function choose(item) {
  const { anchor } = open;
  closeMenu();
  anchor.focus({ preventScroll: true });
  item.run();
}

export function closeMenu() {
  if (!open) return;
  open.menu.remove();
  open.anchor.setAttribute("aria-expanded", "false");
  open = null;
}

/** Below the anchor if there is room, else above; never past an edge. */
function place(menu, anchor) {
  const at = anchor.getBoundingClientRect();
  const left = Math.min(Math.max(8, at.right - menu.offsetWidth), innerWidth - menu.offsetWidth - 8);
  const below = at.bottom + 4 + menu.offsetHeight < innerHeight;
  menu.style.left = `${left}px`;
  menu.style.top = `${below ? at.bottom + 4 : Math.max(8, at.top - 4 - menu.offsetHeight)}px`;
}

document.addEventListener("keydown", (event) => {
  if (!open) return;
  const items = [...open.menu.children];
  const here = items.indexOf(document.activeElement);
  const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: items.length - 1 }[event.key];
  if (to !== undefined) items[(to + items.length) % items.length].focus();
  else if (event.key === "Escape" || event.key === "Tab") {
    const { anchor } = open;
    closeMenu();
    anchor.focus();
    if (event.key === "Tab") return;
  } else return;
  event.preventDefault();
  event.stopPropagation();
}, true);
document.addEventListener("pointerdown", (event) => open && !open.menu.contains(event.target) && !open.anchor.contains(event.target) && closeMenu());
addEventListener("resize", closeMenu);
