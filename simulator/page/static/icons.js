// The page's own line icons, 24 by 24. Each stands beside a name, or inside a control that has one.

const PATHS = {
  back: "M15 5l-7 7 7 7",
  send: "M4 12l16-8-6 16-3-7z M11 13l9-9",
  down: "M6 9l6 7 6-7",
  close: "M6 6l12 12 M18 6L6 18",
  more: "M12 5.5v.01 M12 12v.01 M12 18.5v.01",
  plus: "M12 5v14 M5 12h14",
  keys: "M3 6h18v12H3z M7 10h.01 M11 10h.01 M15 10h.01 M8 14h8",
  reply: "M9 7l-5 5 5 5 M4 12h9c4 0 6 2 7 6",
  pen: "M4 20l1-5L16 4l4 4L9 19z",
  bell: "M6 17h12l-1.5-2.5V10a4.5 4.5 0 0 0-9 0v4.5z M10 20h4 M4 4l16 16",
  pin: "M9 4h6l-1 6 3 3H7l3-3z M12 13v7",
  clock: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z M12 8v4l3 2",
  log: "M5 6h14 M5 12h14 M5 18h9",
  bolt: "M13 3L6 13h5l-1 8 7-10h-5z",
  out: "M10 5H5v14h14v-5 M13 5h6v6 M19 5l-9 9",
  file: "M7 3h7l4 4v14H7z M14 3v4h4",
  clip: "M8 12l6-6a3 3 0 0 1 4 4l-8 8a5 5 0 0 1-7-7l7-7",
  person: "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8z M4 21c0-5 4-7 8-7s8 2 8 7",
  smile: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z M9 10h.01 M15 10h.01 M8.5 14c2 2.5 5 2.5 7 0",
  theme: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z M12 4v16 M12 8h4 M12 12h8 M12 16h4",
  window: "M5 5h6 M5 5v14h14v-6 M14 5h5v5 M19 5l-8 8",
  search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13z M15.5 15.5L20 20",
};

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

/** A round letter for a person or a chat, in a colour of its own; `id` "bot" is the bot's. */
export function avatar(id, name, size = "") {
  const node = document.createElement("span");
  node.className = `avatar ${size}`;
  node.dataset.hue = id === "bot" ? "bot" : String(Math.abs(Number(id)) % 6);
  node.setAttribute("aria-hidden", "true");
  const words = name.replace(/[^\p{L}\p{N} ]/gu, "").trim().split(/\s+/);
  node.textContent = (words.length > 1 ? words[0][0] + words.at(-1)[0] : (words[0]?.[0] ?? "?")).toUpperCase();
  return node;
}
