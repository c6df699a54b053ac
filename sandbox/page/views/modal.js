// The app's forms: a stack of views in one dialog, sent, closed and changed while they are open.
import { textButton } from "../parts/controls.js";
import { div, el, fill, newId, span } from "../parts/dom.js";
import { closeButton } from "../parts/dialog.js";
import { firstFocusable } from "../parts/focus.js";
import { appMark } from "../parts/avatar.js";
import { placeBlocks } from "../blocks/draw.js";
import { showError } from "../blocks/input.js";
import { Surface } from "../blocks/surface.js";
import { Values } from "../blocks/values.js";
import { problemOf } from "../elements/check.js";
import { plainWords } from "../text/draw.js";

/** One view of the stack: what the app last sent, its fields and its drawn body. */
class OpenView {
  constructor(session, view) {
    if (!session.fields.has(view.id)) session.fields.set(view.id, new Values());
    this.surface = new Surface(session, { view_id: view.id }, session.fields.get(view.id));
    this.body = div("modal-body blocks");
    this.surface.changed = (block_id) => showError(this.body, block_id, "");
    this.take(view);
  }

  take(view) {
    this.view = view;
    placeBlocks(this.body, view.blocks ?? [], this.surface);
  }

  get inputs() {
    return (this.view.blocks ?? []).filter((block) => block.type === "input");
  }

  /** Errors by block, as Slack's own client finds them before it sends. */
  problems() {
    const { values } = this.surface;
    const found = this.inputs.map((block) => [block.block_id, problemOf(block, values.get(block.block_id, block.element.action_id))]);
    return Object.fromEntries(found.filter(([, words]) => words));
  }

  /** Shows these errors and no others; an error whose block is not there is returned to be said elsewhere. */
  show(errors) {
    const stray = Object.entries(errors).filter(([block_id, words]) => !showError(this.body, block_id, words));
    for (const block of this.inputs) if (!(block.block_id in errors)) showError(this.body, block.block_id, "");
    return stray.map(([, words]) => words);
  }
}

export class Modals {
  #busy = false;

  constructor(session) {
    this.session = session;
    this.stack = [];
    this.titleId = newId("title");
    this.title = el("h2", { id: this.titleId });
    this.word = el("p", { class: "modal-word", role: "alert", hidden: true });
    this.middle = div("modal-middle");
    this.foot = el("footer", { class: "dialog-foot" });
    this.form = el("form", { class: "modal-form", novalidate: true, on: { submit: (event) => this.#submit(event) } },
      el("header", { class: "dialog-head" }, appMark("tiny"), this.title, closeButton(() => this.leave())),
      this.middle, this.word, this.foot);
    this.node = el("dialog", {
      class: "modal", "aria-labelledby": this.titleId,
      on: {
        cancel: (event) => {
          event.preventDefault();
          this.leave();
        },
      },
    }, this.form);
  }

  get top() {
    return this.stack.at(-1) ?? null;
  }

  opened(view) {
    if (this.stack.some((open) => open.view.id === view.id)) return this.updated(view);
    this.stack = [];
    return this.pushed(view);
  }

  pushed(view) {
    if (this.stack.some((open) => open.view.id === view.id)) return this.updated(view);
    this.opener ??= document.activeElement;
    this.stack.push(new OpenView(this.session, view));
    return this.#show({ fresh: true });
  }

  updated(view) {
    const open = this.stack.find((each) => each.view.id === view.id);
    if (!open) return;
    open.take(view);
    if (open === this.top) this.#show({ fresh: false });
  }

  /** Takes the view away, and those upon it. */
  closed(view) {
    const index = this.stack.findIndex((each) => each.view.id === view.id);
    if (index < 0) return;
    for (const gone of this.stack.splice(index)) this.session.fields.delete(gone.view.id);
    this.#show({ fresh: false });
  }

  /** Closes the view on top, as its cross, its close button and Esc do. */
  leave() {
    const { view } = this.top ?? {};
    if (!view) return;
    this.closed(view);
    this.session.api.close(view.id).catch((error) => this.session.toasts.trouble(error.message));
  }

  #show({ fresh }) {
    if (!this.top) return this.#end();
    const { view, body } = this.top;
    const changed = !this.middle.contains(body);
    this.title.textContent = plainWords(view.title?.text);
    if (changed) fill(this.middle, body);
    this.#say("");
    this.#drawFoot(view);
    if (!this.node.open) this.#stand();
    if (fresh || changed) this.#focusFirst(body);
    return undefined;
  }

  /** What the toasts say must be seen and reached while the rest of the page is not. */
  #stand() {
    this.home = this.session.toasts.node.parentNode;
    this.node.append(this.session.toasts.node);
    this.node.showModal();
  }

  #drawFoot(view) {
    const close = plainWords(view.close?.text ?? (view.submit ? "Cancel" : "Close"));
    this.send = view.submit ? el("button", { type: "submit", class: "button primary" }, plainWords(view.submit.text)) : null;
    fill(this.foot,
      span("quiet", this.session.workspace.app.name),
      textButton(close, () => this.leave()),
      this.send);
    this.#setBusy(this.#busy);
  }

  #focusFirst(body) {
    const wanted = body.querySelector("[autofocus]") ?? firstFocusable(body) ?? this.send ?? firstFocusable(this.foot);
    wanted?.focus({ preventScroll: true });
    body.scrollTop = 0;
  }

  #end() {
    this.#busy = false;
    this.node.close();
    this.home?.append(this.session.toasts.node);
    const opener = this.opener;
    this.opener = null;
    if (opener?.isConnected) opener.focus({ preventScroll: true });
  }

  async #submit(event) {
    event.preventDefault();
    const open = this.top;
    if (this.#busy || !open?.view.submit) return;
    if (this.#refuse(open, open.problems())) return;
    this.#setBusy(true);
    this.#say("");
    const sent = this.session.api.submit(open.view.id, open.surface.values.all());
    const answer = await sent.catch((error) => ({ ok: false, error: error.message }));
    this.#setBusy(false);
    if (answer.errors) this.#refuse(open, answer.errors);
    else if (!answer.ok) this.#sayTrouble(answer.error);
  }

  /** Shows errors, if any, and takes the person to the first. */
  #refuse(open, errors) {
    const stray = open.show(errors);
    this.#say(stray.join(" "));
    const wrong = open.body.querySelector(".block.wrong");
    if (wrong) {
      firstFocusable(wrong)?.focus({ preventScroll: true });
      wrong.scrollIntoView({ block: "nearest" });
    }
    return Object.keys(errors).length > 0;
  }

  #setBusy(busy) {
    this.#busy = busy;
    this.form.setAttribute("aria-busy", String(busy));
    this.send?.setAttribute("aria-busy", String(busy));
  }

  /** The words stay in the fields. */
  #sayTrouble(error) {
    const words = error || "We had some trouble connecting. Try again?";
    this.session.toasts.absorb(words);
    this.#say(words);
  }

  #say(words) {
    this.word.hidden = !words;
    this.word.textContent = words;
  }
}
