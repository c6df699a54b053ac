// Draws texts of mrkdwn and gives their markup, without the attributes that do not matter here.
async (texts) => {
  const { drawMrkdwn } = await import("/static/text/draw.js");
  const workspace = {
    person: (id) => (id === "U1" ? { id, real_name: "Dara Hale" } : null),
    channel: (id) => (id === "C1" ? { id, name: "juniper" } : null),
    pathTo: (id) => `#/U1/${id}`,
    me: { id: "U1", tz: "America/Chicago" },
    now: () => new Date("2026-10-14T15:00:00Z"),
  };
  const plainly = (node) => node.outerHTML.replace(/ (class|title|aria-label|role|datetime|target|rel|tabindex)="[^"]*"/g, "");
  return texts.map((text) => [...drawMrkdwn(text, workspace).children].map(plainly).join(""));
}
