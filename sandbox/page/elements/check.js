// What Slack's own client refuses before a form is sent: empty, too short, too long, not a number or address.

const CHOICES = ["option", "date", "time", "date_time", "user", "channel", "conversation"];
const KEYS = ["value", "rich_text_value", ...CHOICES.map((choice) => `selected_${choice}`)];
const LISTS = ["selected_options", "selected_users", "selected_channels", "selected_conversations"];
const LONGEST = 3000;

/** A sentence for what is wrong with a field, or null. */
export function problemOf(block, state) {
  if (isEmpty(state)) return block.optional ? null : "Please fill in this field.";
  return (CHECKS[block.element.type] ?? (() => null))(state.value, block.element);
}

function isEmpty(state) {
  if (!state) return true;
  const list = LISTS.find((key) => key in state);
  if (list) return !state[list]?.length;
  return KEYS.every((key) => state[key] === undefined || state[key] === null || String(state[key]).trim() === "");
}

const CHECKS = {
  plain_text_input: (words, { min_length: least = 0, max_length: most = LONGEST }) => {
    const length = [...words].length;
    if (length < least) return `Please write at least ${least} characters; there are ${length}.`;
    return length > most ? `Please keep to ${most} characters; there are ${length}.` : null;
  },
  number_input: (words, { is_decimal_allowed, min_value, max_value }) => {
    const number = Number(words.trim());
    if (!Number.isFinite(number)) return "Please enter a number.";
    if (!is_decimal_allowed && !Number.isInteger(number)) return "Please enter a whole number.";
    if (min_value !== undefined && number < Number(min_value)) return `Please enter ${min_value} or more.`;
    return max_value !== undefined && number > Number(max_value) ? `Please enter ${max_value} or less.` : null;
  },
  email_text_input: (words) => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(words.trim()) ? null : "Please enter an e-mail address."),
  url_text_input: (words) => (URL.canParse(words.trim()) ? null : "Please enter a web address, with https:// in front."),
};
