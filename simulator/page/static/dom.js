// Making elements, and patching a list of them without touching those that stay the same.

/** An element; properties that start with "on" are listeners, the rest attributes (false and null leave one out). */
export function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== false && child !== undefined));
  return node;
}

/** A button that does something in the simulator: it is locked while the clock walks. */
export const actor = (properties, ...children) => el("button", { type: "button", "data-acts": true, ...properties }, ...children);

/** Any other button. */
export const button = (properties, ...children) => el("button", { type: "button", ...properties }, ...children);

/** Sets text only if it differs: a live region would read it out again. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

const kept = new WeakMap();

/**
 * Makes the children of `box` those of `entries`: {key, sign, make(old)}. A child is made anew only if its sign
 * changed, so that what a person opened, typed or focused elsewhere stays.
 */
export function patch(box, entries) {
  const before = kept.get(box) ?? new Map();
  const wanted = new Set(entries.map((entry) => entry.key));
  for (const [key, { node }] of before) if (!wanted.has(key)) node.remove();
  const after = new Map();
  let place = box.firstChild;
  for (const { key, sign, make } of entries) {
    let child = before.get(key);
    if (!child || child.sign !== sign) {
      const node = make(child?.node);
      if (child) {
        if (child.node === place) place = node;
        child.node.replaceWith(node);
      }
      child = { node, sign };
    }
    if (child.node === place) place = place.nextSibling;
    else box.insertBefore(child.node, place);
    after.set(key, child);
  }
  kept.set(box, after);
}

/**
 * Locks or frees every control that acts on the simulator. Locked ones keep the focus (so aria-disabled, not
 * disabled) and say why.
 */
export function lock(root, reason) {
  for (const control of root.querySelectorAll("[data-acts]")) {
    const why = control.dataset.why || reason;
    if (!why && control.hasAttribute("aria-disabled")) {
      control.removeAttribute("aria-disabled");
      control.removeAttribute("title");
    } else if (why && control.title !== why) {
      control.setAttribute("aria-disabled", "true");
      control.title = why;
    }
  }
}

export const locked = (control) => control.getAttribute("aria-disabled") === "true";

/** Remembered on this machine, by this browser; a browser that keeps nothing gives `otherwise`. */
export function recall(key, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(`simulator ${key}`)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

export function remember(key, value) {
  try {
    localStorage.setItem(`simulator ${key}`, JSON.stringify(value));
  } catch {
    // then it is forgotten
  }
}
