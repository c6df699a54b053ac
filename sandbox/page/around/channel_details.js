// About a channel: who is in it, and what may be done with it, from inviting the app to archiving.
import { iconButton, textButton } from "../parts/controls.js";
import { div, el, fill, newId, span } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { avatar } from "../parts/avatar.js";
import { Chooser, fitting } from "../parts/chooser.js";
import { ask, closeButton } from "../parts/dialog.js";
import { menuButton } from "../parts/menu.js";
import { counted } from "../text/counted.js";
import { tell } from "../messages/toolbar.js";

export class ChannelDetails {
  constructor(session, channelId) {
    this.session = session;
    this.id = channelId;
    const title = newId("title");
    this.title = el("h2", { id: title });
    this.body = div("dialog-body");
    this.node = el("dialog", { class: "dialog details", "aria-labelledby": title, on: { close: () => this.node.remove() } },
      el("header", { class: "dialog-head" }, this.title, closeButton(() => this.node.close())), this.body);
  }

  open() {
    this.draw();
    document.body.append(this.node);
    this.node.showModal();
  }

  get channel() {
    return this.session.workspace.channel(this.id);
  }

  draw() {
    const { workspace } = this.session;
    const { channel } = this;
    if (!channel) return this.node.close();
    const members = channel.member_ids.map((id) => workspace.person(id)).filter(Boolean);
    this.title.textContent = workspace.titleOf(channel);
    fill(this.body,
      channel.topic ? el("p", null, channel.topic) : null,
      el("p", { class: "quiet" }, this.#sayKind(channel)),
      div("details-head", el("h3", null, counted(members.length, "member")), this.#drawInvite(members), this.#drawMore()),
      el("ul", { class: "member-list" }, members.map((person) => this.#drawMember(person))));
    return undefined;
  }

  #sayKind(channel) {
    const kind = channel.kind === "private" ? "Private: only its members see it." : "Public: everyone in the workspace can read it.";
    const shared = channel.is_shared ? "Shared with another workspace." : "";
    return [kind, shared, channel.is_archived ? "Archived." : ""].filter(Boolean).join(" ");
  }

  #drawInvite(members) {
    if (this.channel.is_archived || !this.session.workspace.isMember(this.channel)) return null;
    const inside = new Set(members.map((person) => person.id));
    const button = textButton("Add people or the app", () => this.#openInvite(button, inside));
    button.setAttribute("aria-haspopup", "listbox");
    return button;
  }

  #openInvite(button, inside) {
    const outside = this.session.workspace.livingPeople().filter((person) => !inside.has(person.id)).map((person) => ({
      key: person.id, text: person.real_name, description: person.is_bot ? "App" : person.title, picture: () => avatar(person, "tiny"),
    }));
    new Chooser(button, {
      label: "Add to the channel",
      find: async (query) => fitting([{ choices: outside }], query),
      choose: (choice) => this.#do("invite", { user: choice.key }),
    }).open();
  }

  #drawMember(person) {
    const me = person.id === this.session.workspace.me.id;
    const kind = [person.is_bot ? "App" : person.title, person.is_guest ? "Guest" : "", me ? "you" : ""].filter(Boolean).join(" · ");
    const remove = iconButton("close", `Remove ${person.real_name}`, () => this.#remove(person));
    return el("li", { class: "member" }, avatar(person, "small"),
      span("member-words", el("span", null, person.real_name), span("quiet", kind)), me ? null : remove);
  }

  async #remove(person) {
    const body = "They no longer see this channel unless someone adds them again.";
    const sure = await ask({ title: `Remove ${person.real_name}?`, body, yes: "Remove", danger: true });
    if (sure) await this.#do("kick", { user: person.id });
  }

  #drawMore() {
    const { channel } = this;
    const item = (text, action, rest) => ({ text, act: () => this.#do(action, rest) });
    const items = () => [
      { text: "Rename…", act: () => this.#rename() },
      channel.is_archived ? item("Bring back from the archive", "unarchive") : item("Archive", "archive"),
      channel.kind === "private" ? item("Turn public", "make_public") : undefined,
      channel.is_shared ? item("Stop sharing with the other workspace", "unshare") : item("Share with another workspace", "share"),
      null,
      { text: "Leave the channel", danger: true, act: () => this.#do("leave").then(() => this.node.close()) },
    ];
    return menuButton({ class: "icon-button bordered" }, "More", items, icon("dots"));
  }

  async #rename() {
    const { name: before } = this.channel;
    const field = el("input", {
      type: "text", class: "field-control", value: before, required: true, maxlength: 80, "aria-label": "Name", autofocus: true,
    });
    const name = await ask({ title: "Rename the channel", body: field, yes: "Rename", answer: () => field.value.trim() });
    if (name) await this.#do("rename", { name });
  }

  async #do(action, rest = {}) {
    await tell(this.session, this.session.api.channel(action, { channel: this.id, ...rest }));
    await this.session.refresh();
    if (this.node.isConnected) this.draw();
  }
}
