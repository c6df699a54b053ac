// Draws texts as mrkdwn and as Markdown, and tells which elements and links came of them, and which words.
async (texts) => {
  const { drawMrkdwn } = await import("/static/text/draw.js");
  const { drawMarkdown } = await import("/static/text/markdown.js");
  const none = () => null;
  const workspace = { person: none, channel: none, me: { id: "U1", tz: "UTC" }, now: () => new Date(), pathTo: () => "#/" };
  const told = (node) => ({
    tags: [...new Set([...node.querySelectorAll("*")].map((each) => each.localName))],
    links: [...node.querySelectorAll("a")].map((each) => new URL(each.href).protocol),
    words: node.textContent,
  });
  return texts.map((text) => [drawMrkdwn(text, workspace), drawMarkdown(text, workspace)].map(told));
}
