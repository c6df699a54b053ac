// What the address says is open: the person, the channel, and its thread, one message or the app's Home.

/**
 * @typedef {{as: string, channel: string, thread: string|null, at: string|null, home: boolean}} Route
 * Written as "#/U1/C1", "#/U1/C1/1794000000.000100" (a thread), "#/U1/C1/at-1794000000.000100" or "#/U1/D1/home".
 */

/** @returns {Route} */
export function readRoute(hash = location.hash) {
  const [, as = "", channel = "", rest = ""] = hash.split("/").map(decodeURIComponent);
  const [, mark = "", ts = null] = rest.match(/^(at-)?(\d+\.\d+)$/) ?? [];
  return { as, channel, home: rest === "home", thread: mark ? null : ts, at: mark ? ts : null };
}

/** @param {Partial<Route>} route */
export function writeRoute({ as, channel = "", thread = null, at = null, home = false }) {
  const rest = home ? "home" : thread ?? (at && `at-${at}`);
  return `#/${[as, channel, rest].filter(Boolean).map(encodeURIComponent).join("/")}`;
}

/** Where a permalink of this workspace leads (`/archives/C1/p1794000000000100?thread_ts=…`, or `/?channel=…`), else null. */
export function readPermalink(address) {
  const url = new URL(address, location.href);
  if (url.origin !== location.origin) return null;
  const asked = url.searchParams;
  const [, channel, digits] = url.pathname.match(/^\/archives\/([A-Z0-9]+)\/p(\d{7,})$/) ?? [];
  const place = channel
    ? { channel, message: `${digits.slice(0, -6)}.${digits.slice(-6)}`, thread: asked.get("thread_ts") }
    : { channel: asked.get("channel"), message: asked.get("message"), thread: asked.get("thread") };
  if (!place.channel || (url.pathname !== "/" && !channel)) return null;
  return place.thread ? { channel: place.channel, thread: place.thread } : { channel: place.channel, at: place.message };
}
