// Moments in words, on the wall clock of one time zone.

const made = new Map();

function format(zone, options) {
  const key = zone + JSON.stringify(options);
  if (!made.has(key)) made.set(key, new Intl.DateTimeFormat("en-GB", { timeZone: zone, hourCycle: "h23", ...options }));
  return made.get(key);
}

const say = (moment, zone, options) => format(zone, options).format(new Date(moment));

/** "21:00" */
export const time = (moment, zone) => say(moment, zone, { hour: "2-digit", minute: "2-digit" });

/** "21:00:05" */
export const exactTime = (moment, zone) => say(moment, zone, { hour: "2-digit", minute: "2-digit", second: "2-digit" });

/** "Tuesday 24 November 2026" */
export const longDay = (moment, zone) =>
  say(moment, zone, { weekday: "long", day: "numeric", month: "long", year: "numeric" }).replace(",", "");

/** "Tuesday 24 November" */
export const day = (moment, zone) => say(moment, zone, { weekday: "long", day: "numeric", month: "long" }).replace(",", "");

/** "Tue 24 Nov" */
export const shortDay = (moment, zone) => say(moment, zone, { weekday: "short", day: "numeric", month: "short" }).replace(",", "");

/** A day as people say it: "Today", "Yesterday", else its name. */
export function dayWord(moment, now, zone) {
  if (day(moment, zone) === day(now, zone)) return "Today";
  if (day(moment, zone) === day(new Date(now).getTime() - 86_400_000, zone)) return "Yesterday";
  return day(moment, zone);
}

/** For a chat list: the time today, else the day. */
export const brief = (moment, now, zone) =>
  day(moment, zone) === day(now, zone) ? time(moment, zone) : shortDay(moment, zone);

/** A moment in Telegram's date-time format: "r", or any of w, d or D, t or T in this order. "" gives null. */
export function formatted(moment, pattern, now, zone) {
  if (pattern === "r") return relative((new Date(moment) - new Date(now)) / 1000);
  const options = {};
  if (pattern.includes("w")) options.weekday = "long";
  if (pattern.includes("d")) options.dateStyle = "short";
  if (pattern.includes("D")) Object.assign(options, { day: "numeric", month: "long", year: "numeric" });
  if (pattern.includes("t")) Object.assign(options, { hour: "2-digit", minute: "2-digit" });
  if (pattern.includes("T")) Object.assign(options, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
  if (options.dateStyle) {
    delete options.dateStyle; // it may not stand beside the others
    Object.assign(options, { day: "2-digit", month: "2-digit", year: "2-digit" });
  }
  return Object.keys(options).length ? say(moment, zone, options) : null;
}

function relative(seconds) {
  const words = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
  for (const [unit, size] of [["day", 86_400], ["hour", 3600], ["minute", 60]])
    if (Math.abs(seconds) >= size) return words.format(Math.trunc(seconds / size), unit);
  return words.format(Math.trunc(seconds), "second");
}
