// The pane at the right: one message and its replies.
import { div, el } from "../parts/dom.js";
import { closeButton } from "../parts/dialog.js";
import { Conversation } from "../messages/conversation.js";
import { Composer } from "../writing/composer.js";
import { acceptDrops } from "../writing/drop.js";

export class Thread {
  constructor(session, channel, ts) {
    Object.assign(this, { session, channel, ts });
    this.conversation = new Conversation(session, { channel, thread: ts });
    this.composer = new Composer(session, { channel, thread: ts, drafts: session.drafts });
    const where = session.workspace.titleOf(channel);
    const close = () => session.go({ thread: null });
    this.node = el("aside", { class: "thread", "aria-label": "Thread", tabindex: -1 },
      el("header", { class: "place-head" },
        div("place-words", el("h2", { class: "place-title" }, "Thread"), el("p", { class: "place-topic" }, where)),
        closeButton(close, "Close thread")),
      this.conversation.node, this.composer.node);
    this.node.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.defaultPrevented) close();
    });
    acceptDrops(this.node, "Drop to share in this thread", (files) => this.composer.upload(files));
  }

  load() {
    return this.conversation.load();
  }

  reload() {
    return this.conversation.reload();
  }

  /** With a keyboard at hand one goes on writing; on a phone the pane comes first, not the keys. */
  focus() {
    if (matchMedia("(hover: hover)").matches) this.composer.focus();
    else this.node.focus({ preventScroll: true });
  }
}
