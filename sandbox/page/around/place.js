// The middle of the page: a channel with its messages and composer, or the app's Home.
import { textButton } from "../parts/controls.js";
import { div, el } from "../parts/dom.js";
import { Conversation } from "../messages/conversation.js";
import { tell } from "../messages/toolbar.js";
import { Home } from "../views/home.js";
import { Composer } from "../writing/composer.js";
import { acceptDrops } from "../writing/drop.js";
import { drawPlaceHead } from "./place_head.js";

/** What makes it another place: a channel that got another name is drawn anew. */
export function keyOf(channel, isHome) {
  return `${channel.id}/${channel.name}/${isHome}`;
}

export class Place {
  constructor(session, channel, isHome) {
    Object.assign(this, { session, channel, isHome });
    this.key = keyOf(channel, isHome);
    this.head = drawPlaceHead(session, channel);
    this.home = isHome ? new Home(session) : null;
    this.conversation = isHome ? null : new Conversation(session, { channel });
    this.foot = isHome ? null : this.#drawFoot();
    this.node = div("place", this.head, (this.home ?? this.conversation).node, this.foot);
    if (!isHome) acceptDrops(this.node, `Drop to share in ${session.workspace.titleOf(channel)}`, (files) => this.composer?.upload(files));
  }

  async load({ at = null } = {}) {
    if (this.isHome) return this.home.load();
    const { unread } = this.channel;
    await this.conversation.load({ unread, at });
    return this.read();
  }

  reload() {
    return this.isHome ? this.home.load() : this.conversation.reload();
  }

  focus() {
    if (this.composer) this.composer.focus();
    else (this.home ?? this.conversation).node.querySelector("[tabindex]")?.focus({ preventScroll: true });
  }

  /** What is open and looked at is read. */
  async read() {
    if (this.isHome || document.visibilityState !== "visible") return;
    this.channel.unread = 0;
    await this.session.api.read(this.channel.id).catch(() => {});
  }

  /** Takes the channel as the server tells it now: another name, other members, archived. */
  renew(channel) {
    const before = this.#standing;
    this.channel = channel;
    const head = drawPlaceHead(this.session, channel);
    const focused = this.head.contains(document.activeElement) ? document.activeElement.className : null;
    this.head.replaceWith(head);
    this.head = head;
    if (focused) head.querySelector(`.${CSS.escape(focused.split(" ")[0])}`)?.focus({ preventScroll: true });
    if (this.isHome || this.#standing === before) return;
    this.foot.replaceWith((this.foot = this.#drawFoot()));
  }

  get #standing() {
    if (this.channel.is_archived) return "archived";
    return this.session.workspace.isMember(this.channel) ? "inside" : "outside";
  }

  #drawFoot() {
    this.composer = null;
    if (this.#standing === "archived") return el("p", { class: "place-foot" }, "This channel is archived. It can be read, not written in.");
    if (this.#standing === "outside") return this.#drawJoin();
    this.composer = new Composer(this.session, { channel: this.channel, drafts: this.session.drafts });
    return this.composer.node;
  }

  #drawJoin() {
    const join = async () => {
      await tell(this.session, this.session.api.channel("join", { channel: this.channel.id }));
      await this.session.refresh();
      this.focus();
    };
    return el("p", { class: "place-foot" }, "You are reading a public channel you are not in. ", textButton("Join", join, "primary"));
  }
}

