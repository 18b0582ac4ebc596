// Moments in words, on the wall clock of one time zone.

const made = new Map();

function format(zone, options) {
  const key = zone + JSON.stringify(options);
  if (!made.has(key)) made.set(key, new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options }));
  return made.get(key);
}

/** "21:00" */
export const time = (iso, zone) =>
  format(zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(iso));

/** "21:00:05" */
export const exactTime = (iso, zone) =>
  format(zone, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" }).format(new Date(iso));

/** "Tuesday 24 November 2026" */
export const longDay = (iso, zone) =>
  format(zone, { weekday: "long", day: "numeric", month: "long", year: "numeric" })
    .format(new Date(iso))
    .replace(",", "");

/** "Tuesday 24 November" */
export const day = (iso, zone) =>
  format(zone, { weekday: "long", day: "numeric", month: "long" }).format(new Date(iso)).replace(",", "");
