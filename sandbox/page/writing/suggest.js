// Finds what a half-typed word may become: a command, a person, a channel or an emoji.
import { avatar, channelSign } from "../parts/avatar.js";
import { span } from "../parts/dom.js";
import { emojiStarting } from "../text/emoji.js";

const MOST = 8;
const WORD = /(^|[\s(])([@#:])([\p{L}\p{N}._+-]*)$/u;

/**
 * @typedef {{text: string, description: string, hint?: string, insert: string, picture?: () => Node}} Suggestion
 * @returns {{from: number, label: string, items: Suggestion[], exact: boolean}|null} `from` is where the word begins
 */
export function suggestFor(text, caret, workspace, { commands = true } = {}) {
  const before = text.slice(0, caret);
  if (/^\/\S*$/.test(before)) return commands ? found(0, "Commands", commandsStarting(before, workspace), before) : null;
  const word = before.match(WORD);
  if (!word) return null;
  const [, , sign, typed] = word;
  const from = caret - typed.length - 1;
  if (sign === "@") return found(from, "People", peopleFitting(typed, workspace));
  if (sign === "#") return typed ? found(from, "Channels", channelsStarting(typed, workspace)) : null;
  return typed.length >= 2 ? found(from, "Emoji", emojiItems(typed)) : null;
}

function found(from, label, items, exactly = null) {
  if (!items.length) return null;
  return { from, label, items: items.slice(0, MOST), exact: items.some((item) => item.text === exactly) };
}

function commandsStarting(start, workspace) {
  return workspace.commands
    .filter(({ command }) => command.startsWith(start.toLowerCase()))
    .map(({ command, description, usage_hint }) => ({ text: command, hint: usage_hint, description, insert: `${command} ` }));
}

function peopleFitting(typed, workspace) {
  const start = typed.toLowerCase();
  const fits = (person) => [person.name, ...person.real_name.split(/\s+/)].some((word) => word.toLowerCase().startsWith(start));
  return workspace.livingPeople().filter(fits).map((person) => ({
    text: person.real_name, description: [`@${person.name}`, person.title].filter(Boolean).join(" · "), insert: `@${person.name} `,
    picture: () => avatar(person, "tiny"),
  }));
}

function channelsStarting(typed, workspace) {
  return workspace.channelsOf("public", "private")
    .filter((channel) => channel.name.startsWith(typed.toLowerCase()))
    .map((channel) => ({
      text: `#${channel.name}`, description: channel.topic, insert: `#${channel.name} `, picture: () => channelSign(channel),
    }));
}

function emojiItems(typed) {
  return emojiStarting(typed.toLowerCase(), MOST).map(({ name, sign }) => ({
    text: `:${name}:`, description: "", insert: `:${name}: `, picture: () => span("emoji", sign),
  }));
}
