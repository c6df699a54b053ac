// Where one writes: a message or a command, with suggestions, files and the app's shortcuts at hand.
import { iconButton } from "../parts/controls.js";
import { div, el } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { menuButton } from "../parts/menu.js";
import { tell } from "../messages/toolbar.js";
import { suggestFor } from "./suggest.js";
import { Suggestions } from "./suggestions.js";

const TALLEST = 220;
const TOLD_FOR = 4000;

export class Composer {
  #busy = false;
  #timer = 0;

  /** @param {object} session @param {{channel: object, thread?: string|null, drafts: Map<string, string>}} place */
  constructor(session, { channel, thread = null, drafts }) {
    Object.assign(this, { session, channel, thread, drafts, key: thread ?? channel.id });
    this.field = this.#drawField();
    this.suggestions = new Suggestions(this.field, (from, insert) => this.#take(from, insert));
    this.word = el("p", { class: "composer-word", role: "status" });
    this.picker = el("input", { type: "file", hidden: true, multiple: true, tabindex: -1, on: { change: () => this.#picked() } });
    this.send = el("button", { type: "submit", class: "send", "aria-label": "Send", title: "Send (Enter)" }, icon("send"));
    this.node = el("form", { class: "composer", "aria-label": thread ? "Reply" : "Write", on: { submit: (event) => this.#submit(event) } },
      this.suggestions.node, div("composer-box", this.field, this.#drawTools()), this.word);
    this.#typed();
    requestAnimationFrame(() => this.#fit());
  }

  focus() {
    this.field.focus({ preventScroll: true });
  }

  /** Sends files one after another; a drop on the pane comes here too. */
  async upload(files) {
    for (const file of files) {
      this.#say(`Sending ${file.name}…`, { stay: true });
      const answer = await tell(this.session, this.session.api.upload(this.channel.id, file, this.thread));
      this.#say(answer.ok === false ? "" : `Sent ${file.name}`);
    }
  }

  #drawField() {
    const label = this.thread ? "Reply" : `Message ${this.session.workspace.titleOf(this.channel)}`;
    return el("textarea", {
      class: "composer-field", rows: 1, placeholder: label, "aria-label": label,
      value: this.drafts.get(this.key) ?? "", enterkeyhint: "send", data: { focus: `composer/${this.key}` },
      on: {
        input: () => this.#typed(),
        keydown: (event) => this.#keyed(event),
        click: () => this.#suggest(),
        blur: () => this.suggestions.hide(),
        paste: (event) => this.#pasted(event),
      },
    });
  }

  #drawTools() {
    const attach = iconButton("clip", "Attach a file", () => this.picker.click());
    const shortcuts = menuButton({ class: "icon-button" }, "Shortcuts", () => this.#shortcuts(), icon("bolt"));
    return div("composer-tools", attach, shortcuts, this.picker,
      el("span", { class: "composer-hint", "aria-hidden": "true" }, "Enter sends · Shift + Enter for a new line"), this.send);
  }

  #shortcuts() {
    const { workspace, api } = this.session;
    const all = workspace.shortcuts.filter((shortcut) => shortcut.type === "global").map((shortcut) => ({
      text: shortcut.name, description: shortcut.description, icon: "bolt",
      act: () => tell(this.session, api.shortcut(shortcut.callback_id)),
    }));
    return [{ heading: workspace.app.name }, ...(all.length ? all : [{ heading: "The app has no shortcuts here." }])];
  }

  #picked() {
    const files = [...this.picker.files];
    this.picker.value = "";
    this.upload(files);
    this.focus();
  }

  #pasted(event) {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    this.upload(files);
  }

  #typed() {
    this.drafts.set(this.key, this.field.value);
    this.send.classList.toggle("ready", Boolean(this.field.value.trim()));
    this.#fit();
    if (this.word.classList.contains("wrong")) this.#say("");
    this.#suggest();
  }

  /** As tall as its words, up to a point; a field that is not on the page yet has no height to tell. */
  #fit() {
    if (!this.field.isConnected) return;
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, TALLEST)}px`;
  }

  #suggest() {
    const focused = document.activeElement === this.field;
    const { value, selectionEnd } = this.field;
    this.suggestions.show(focused ? suggestFor(value, selectionEnd, this.session.workspace) : null);
  }

  #take(from, insert) {
    this.field.setRangeText(insert, from, this.field.selectionEnd, "end");
    this.focus();
    this.#typed();
  }

  #keyed(event) {
    if (event.isComposing || this.suggestions.key(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.node.requestSubmit();
    }
  }

  async #submit(event) {
    event.preventDefault();
    const text = this.field.value.trim();
    if (!text || this.#busy) return;
    this.#busy = true;
    this.suggestions.hide();
    this.node.setAttribute("aria-busy", "true");
    try {
      await this.#deliver(text);
    } catch (error) {
      this.#refuse(error.message);
    } finally {
      this.#busy = false;
      this.node.removeAttribute("aria-busy");
    }
  }

  async #deliver(text) {
    const isCommand = /^\/[a-z]/i.test(text);
    const answer = isCommand ? await this.#command(text) : await this.session.api.say(this.channel.id, text, this.thread);
    if (!answer.ok) return this.#refuse(answer.error);
    this.field.value = "";
    this.#typed();
    if (isCommand && Number.isFinite(answer.took_ms)) this.#say(`Answered in ${answer.took_ms.toFixed(answer.took_ms < 10 ? 1 : 0)} ms`);
    return undefined;
  }

  #command(text) {
    const [, command, rest] = text.match(/^(\/\S+)\s*([\s\S]*)$/);
    return this.session.api.command(this.channel.id, command.toLowerCase(), rest, this.thread);
  }

  /** The words stay in the field; what is wrong stands under it. */
  #refuse(words) {
    if (words) this.session.toasts.absorb(words);
    this.#say(words || "That was not taken. Your words are still here.", { wrong: true, stay: true });
  }

  #say(words, { wrong = false, stay = false } = {}) {
    clearTimeout(this.#timer);
    this.word.textContent = words;
    this.word.classList.toggle("wrong", wrong);
    if (words && !stay) this.#timer = setTimeout(() => this.#say(""), TOLD_FOR);
  }
}
