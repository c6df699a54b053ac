// The practice clock at the top: shows the workspace's time and lets it be moved forward.
import { textButton } from "../parts/controls.js";
import { div, el, fill, newId, span } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { Popup } from "../parts/popup.js";
import { fromWallTime, wallTime } from "../text/dates.js";

const TICK = 5000;
const HOUR = 3600;

export class ClockButton {
  constructor(session) {
    this.session = session;
    this.time = span("clock-time");
    this.day = span("clock-day");
    this.node = el("button", {
      type: "button", class: "clock", "aria-haspopup": "dialog", "aria-expanded": false, on: { click: () => this.#toggle() },
    }, icon("clock"), this.day, this.time);
    this.show();
    this.timer = setInterval(() => this.show(), TICK);
  }

  close() {
    clearInterval(this.timer);
    this.popup?.close({ refocus: false });
  }

  show() {
    const { workspace } = this.session;
    const say = (form) => new Intl.DateTimeFormat("en-US", { timeZone: workspace.me.tz, ...form }).format(workspace.now());
    this.day.textContent = say({ weekday: "short", month: "short", day: "numeric" });
    this.time.textContent = say({ hour: "numeric", minute: "2-digit" });
    const whole = say({ weekday: "long", month: "long", day: "numeric", hour: "numeric", minute: "2-digit" });
    this.node.setAttribute("aria-label", `Practice clock: ${whole}. Move it forward`);
    this.node.title = `${say({ dateStyle: "full", timeStyle: "short" })} (${workspace.me.tz})`;
  }

  #toggle() {
    if (this.popup?.isOpen) this.popup.close();
    else this.#open();
  }

  #open() {
    const { workspace } = this.session;
    this.popup = new Popup(this.node, { class: "clock-popup" });
    const field = newId("when");
    const now = wallTime(workspace.now(), workspace.me.tz);
    const when = el("input", { id: field, type: "datetime-local", class: "field-control", value: now, required: true });
    this.word = el("p", { class: "field-error", role: "alert", hidden: true });
    const step = (text, move) => textButton(text, () => this.#move(move()));
    const tomorrow = () => ({ to: nextMorning(workspace.now(), workspace.me.tz).toISOString() });
    const set = (event) => {
      event.preventDefault();
      this.#move({ to: fromWallTime(when.value, workspace.me.tz).toISOString() });
    };
    const steps = div("clock-steps", step("+ 1 hour", () => ({ forward_seconds: HOUR })), step("Next day, 8:00", tomorrow));
    fill(this.popup.node, el("form", { role: "dialog", "aria-label": "Move the clock forward", on: { submit: set } },
      el("p", null, "Time here can be moved forward, to see what the app does then."),
      steps,
      el("label", { class: "label", for: field }, `To a moment (${workspace.me.tz.replace(/_/g, " ")})`),
      div("clock-set", when, el("button", { type: "submit", class: "button primary" }, "Go")), this.word));
    this.popup.open();
    this.popup.node.querySelector("button").focus();
    this.#offerMarks(steps, step);
  }

  /** The moments the app itself waits for, as its next huddle. */
  async #offerMarks(steps, step) {
    const marks = await this.session.api.marks().catch(() => []);
    for (const { name, at } of marks) steps.append(step(`Go to ${name}`, () => ({ to: at })));
  }

  async #move(move) {
    const answer = await this.session.api.moveClock(move).catch((error) => ({ ok: false, error: error.message }));
    const refused = answer.ok === false || !answer.now;
    this.word.hidden = !refused;
    this.word.textContent = refused ? "The clock only goes forward. Choose a later moment." : "";
    if (refused) return;
    this.session.setNow(answer.now);
    this.popup.close();
  }
}

function nextMorning(now, zone) {
  const today = wallTime(now, zone).slice(0, 10);
  const next = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10);
  return fromWallTime(`${next}T08:00`, zone);
}
