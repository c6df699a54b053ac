// The app's Home tab: what it published for this person.
import { div, el, fill } from "../parts/dom.js";
import { placeBlocks } from "../blocks/draw.js";
import { Surface } from "../blocks/surface.js";

export class Home {
  #view = null;
  #taken = 0;

  constructor(session) {
    this.session = session;
    this.body = div("home-body blocks");
    this.node = el("section", { class: "home", "aria-label": `Home of ${session.workspace.app.name}`, tabindex: -1 }, this.body);
  }

  /** Asks for the view; opening Home is told to the app, which may publish a new one in a moment. */
  async load() {
    const before = this.#taken;
    const view = await this.session.api.home();
    if (this.#taken !== before) return; // one that was published meanwhile came by the line: the answer is older
    if (view) this.take(view);
    else if (!this.#view) fill(this.body, el("p", { class: "empty" }, `${this.session.workspace.app.name} has not put anything here yet.`));
  }

  take(view) {
    this.#taken += 1;
    if (!this.#view) fill(this.body);
    if (this.#view?.id !== view.id) this.surface = new Surface(this.session, { view_id: view.id });
    this.#view = view;
    placeBlocks(this.body, view.blocks ?? [], this.surface);
  }
}
