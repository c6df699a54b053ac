// Starts the page: finds out who is sitting here, opens their workspace, follows the address.
import { textButton } from "./parts/controls.js";
import { Api } from "./api.js";
import { el, fill } from "./parts/dom.js";
import { applyTheme } from "./around/theme.js";
import { readPermalink, readRoute, writeRoute } from "./route.js";
import { Session } from "./session.js";

const KEPT_PERSON = "practice-person";
const root = document.getElementById("workspace");
let session = null;
/** What each person has half written: it is there when one comes back to being them. */
const desks = new Map();

applyTheme();
followPermalink();
addEventListener("hashchange", follow);
await start();

async function follow() {
  const route = readRoute();
  if (session && route.as === session.workspace.me.id) await session.show(route);
  else await start();
}

/** Opens the page as the address's person, else the one of last time, else whoever the workspace names first. */
async function start() {
  session?.close();
  session = null;
  const { as, ...rest } = readRoute();
  const wanted = [as, localStorage.getItem(KEPT_PERSON), ""].filter((id, index, all) => id !== null && all.indexOf(id) === index);
  try {
    const { api, state } = await firstKnown(wanted);
    localStorage.setItem(KEPT_PERSON, state.me.id);
    history.replaceState(null, "", writeRoute({ ...rest, as: state.me.id }));
    if (!desks.has(state.me.id)) desks.set(state.me.id, { drafts: new Map(), fields: new Map() });
    session = new Session(root, api, state, desks.get(state.me.id));
    await session.open();
  } catch (error) {
    fill(root, el("p", { class: "opening", role: "alert" }, error.message), textButton("Try again", start, "primary"));
  }
}

async function firstKnown(ids) {
  for (const id of ids) {
    const state = await new Api(id).state();
    if (state.me) return { api: new Api(state.me.id), state };
  }
  throw new Error("There is nobody in this workspace yet.");
}

function followPermalink() {
  const place = location.search ? readPermalink(location.href) : null;
  if (place) history.replaceState(null, "", `/${writeRoute({ as: readRoute().as || localStorage.getItem(KEPT_PERSON) || "-", ...place })}`);
}
