// The three characters Slack escapes in texts, and back again.

const SIGNS = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };

export function unescape(text) {
  return text.replace(/&(?:amp|lt|gt);/g, (entity) => SIGNS[entity]);
}
