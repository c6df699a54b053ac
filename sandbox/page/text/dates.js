// Says moments the way a person reads them, in their own time zone: clock times, days and Slack's <!date> forms.

const LOCALE = "en-US";
const DAY = 86_400_000;

/** A Slack ts ("1794000000.000100") or a number of seconds as a Date. */
export function moment(ts) {
  return new Date(Number(ts) * 1000);
}

function say(date, zone, form) {
  return new Intl.DateTimeFormat(LOCALE, { timeZone: zone, ...form }).format(date);
}

export function timeOfDay(date, zone) {
  return say(date, zone, { hour: "numeric", minute: "2-digit" });
}

export function fullMoment(date, zone) {
  return say(date, zone, { dateStyle: "full", timeStyle: "medium" });
}

/** The calendar day there as "2026-10-14". */
export function dayKey(date, zone) {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(date);
}

/** "Today", "Yesterday" or "Wednesday, October 14" (with the year when it is another). */
export function dayName(date, zone, now) {
  const near = nearDay(date, zone, now);
  if (near && near !== "Tomorrow") return near;
  const sameYear = dayKey(date, zone).slice(0, 4) === dayKey(now, zone).slice(0, 4);
  return say(date, zone, { weekday: "long", month: "long", day: "numeric", ...(sameYear ? {} : { year: "numeric" }) });
}

function nearDay(date, zone, now) {
  const apart = (Date.parse(dayKey(date, zone)) - Date.parse(dayKey(now, zone))) / DAY;
  return { "-1": "Yesterday", 0: "Today", 1: "Tomorrow" }[apart] ?? null;
}

/** "just now", "3 minutes ago", "in 2 days". */
export function ago(date, now) {
  const seconds = (date - now) / 1000;
  if (Math.abs(seconds) < 45) return "just now";
  const units = [["year", 31_536_000], ["month", 2_592_000], ["week", 604_800], ["day", 86_400], ["hour", 3600], ["minute", 60]];
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ["second", 1];
  return new Intl.RelativeTimeFormat(LOCALE, { numeric: "auto" }).format(Math.round(seconds / size), unit);
}

const TOKENS = {
  date_num: (date, zone) => dayKey(date, zone),
  date_slash: (date, zone) => say(date, zone, { year: "numeric", month: "2-digit", day: "2-digit" }),
  date: (date, zone) => say(date, zone, { year: "numeric", month: "long", day: "numeric" }),
  date_short: (date, zone) => say(date, zone, { year: "numeric", month: "short", day: "numeric" }),
  date_long: (date, zone) => say(date, zone, { weekday: "long", year: "numeric", month: "long", day: "numeric" }),
  time: timeOfDay,
  time_secs: (date, zone) => say(date, zone, { hour: "numeric", minute: "2-digit", second: "2-digit" }),
  ago: (date, zone, now) => ago(date, now),
  day_divider_pretty: dayName,
};

/** Fills Slack's tokens: "{date_short_pretty} at {time}". An unknown token stays as written. */
export function formatDate(seconds, form, zone, now) {
  const date = moment(seconds);
  return form.replace(/\{([a-z_]+)\}/g, (typed, token) => {
    const pretty = token.startsWith("date") && token.endsWith("_pretty");
    if (pretty) {
      const near = nearDay(date, zone, now);
      return near ? near.toLowerCase() : TOKENS[token.slice(0, -7)]?.(date, zone, now) ?? typed;
    }
    return TOKENS[token]?.(date, zone, now) ?? typed;
  });
}

/** "2026-10-14T09:05" as the clock on that wall shows it. */
export function wallTime(date, zone) {
  const time = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" }).format(date);
  return `${dayKey(date, zone)}T${time}`;
}

/** The moment a wall clock there shows "2026-10-14T09:05"; a time the clocks skip lands after the gap. */
export function fromWallTime(text, zone) {
  const asUtc = Date.parse(`${text}:00Z`);
  let guess = asUtc;
  for (let turn = 0; turn < 3; turn += 1) guess += asUtc - Date.parse(`${wallTime(new Date(guess), zone)}:00Z`);
  return new Date(guess);
}
