// Files in a message: pictures that open large, films and sounds that play, others to be kept.

import { button, el } from "./dom.js";
import { icon } from "./icons.js";

const FILMS = new Set(["video", "animation", "video_note"]);
const SOUNDS = new Set(["audio", "voice"]);

/** Whether it fills the bubble's width. */
export const isPicture = ({ media }) => media?.kind === "photo";

/** The element of a message's file, or null. */
export function media(message, sender, act) {
  const file = message.media;
  if (!file) return null;
  const { kind, src, width, height } = file;
  if (kind === "photo") {
    const alt = `Picture from ${sender}. ${message.text ? "Its text stands below." : "It has no text."}`;
    return button({ class: "photo", "aria-label": `${alt} Open it large.`, onclick: () => act.open(src, alt) },
      el("img", { src, alt: "", width, height }));
  }
  if (kind === "sticker") return el("img", { class: "sticker", src, alt: `Sticker from ${sender}`, width: 160 });
  if (FILMS.has(kind)) return el("video", { class: "film", src, controls: true, preload: "metadata", "aria-label": `Film from ${sender}` });
  if (SOUNDS.has(kind)) return el("audio", { class: "sound", src, controls: true, preload: "metadata", "aria-label": `Sound from ${sender}` });
  return el("a", { class: "file", href: src, download: file.file_name ?? "file" }, icon("file"),
    el("span", {}, el("b", {}, file.file_name ?? "File"), el("span", {}, size(file.bytes))));
}

function size(bytes) {
  for (const [unit, step] of [["MB", 1e6], ["kB", 1e3]]) if (bytes >= step) return `${(bytes / step).toFixed(1)} ${unit}`;
  return `${bytes} bytes`;
}
