// Where the choices of each kind of select menu come from, and how they are written into its state.
import { avatar, channelSign } from "../parts/avatar.js";
import { fitting } from "../parts/chooser.js";
import { plainWords } from "../text/draw.js";

const WAIT = 200;

/**
 * @typedef {object} Source
 * @property {string} key "option", "user", "conversation" or "channel": the state says selected_<key> or selected_<key>s
 * @property {(query: string) => Promise<Array>} find groups of choices
 * @property {(value: any) => object} toChoice from what the state holds
 * @property {(choice: object) => any} toValue what the state holds
 */

/** @returns {Source} */
export function sourceOf(stand) {
  const kind = stand.element.type.replace(/^multi_/, "").replace(/_select$/, "");
  return SOURCES[kind](stand);
}

const SOURCES = {
  static: ({ element }) => {
    const groups = element.option_groups ?? [{ options: element.options ?? [] }];
    return optionSource(async (query) => fitting(groups.map(toGroup), query));
  },
  external: ({ element, block_id, action_id, surface }) => ({
    ...optionSource(async (query) => (await surface.options(block_id, action_id, query)).map(toGroup)),
    fewest: element.min_query_length ?? 3,
    wait: WAIT,
  }),
  users: ({ workspace }) => {
    const toChoice = (id) => personChoice(workspace, id);
    const people = () => workspace.livingPeople().filter((person) => !person.is_bot).map((person) => toChoice(person.id));
    return idSource("user", people, toChoice);
  },
  channels: ({ workspace }) => {
    const toChoice = (id) => channelChoice(workspace, id);
    return idSource("channel", () => workspace.channelsOf("public").map((channel) => toChoice(channel.id)), toChoice);
  },
  conversations: ({ element, workspace }) => {
    const toChoice = (id) => channelChoice(workspace, id);
    const all = () => workspace.channelsOf("public", "private", "im").filter((channel) => passes(channel, element.filter, workspace));
    return idSource("conversation", () => all().map((channel) => toChoice(channel.id)), toChoice);
  },
};

function optionSource(find) {
  return { key: "option", find, toChoice, toValue: (choice) => choice.option };
}

function idSource(key, all, toChoice) {
  return { key, find: async (query) => fitting([{ choices: all() }], query), toChoice, toValue: (choice) => choice.key };
}

function toGroup({ label, options }) {
  return { label: label ? plainWords(label.text) : "", choices: options.map(toChoice) };
}

function toChoice(option) {
  return {
    key: option.value, text: plainWords(option.text?.text), option,
    description: option.description ? plainWords(option.description.text) : "",
  };
}

function personChoice(workspace, id) {
  const person = workspace.person(id);
  if (!person) return { key: id, text: id };
  return { key: id, text: person.real_name, description: person.title, picture: () => avatar(person, "tiny") };
}

function channelChoice(workspace, id) {
  const channel = workspace.channel(id);
  if (!channel) return { key: id, text: id };
  if (channel.kind === "im") return { ...personChoice(workspace, channel.with), key: id };
  return { key: id, text: channel.name, picture: () => channelSign(channel) };
}

function passes(channel, filter, workspace) {
  if (!filter) return true;
  const kinds = filter.include;
  if (kinds && !kinds.includes(channel.kind)) return false;
  if (filter.exclude_bot_users && channel.kind === "im" && workspace.person(channel.with)?.is_bot) return false;
  return !(filter.exclude_external_shared_channels && channel.is_shared);
}
