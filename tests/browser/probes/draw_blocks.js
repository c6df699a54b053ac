// Puts lists of blocks on the page without a server's say, for kinds that stand only in some places.
async (lists) => {
  const { placeBlocks } = await import("/static/blocks/draw.js");
  const { Surface } = await import("/static/blocks/surface.js");
  const none = () => null;
  const workspace = { person: none, channel: none, me: { id: "U1", tz: "UTC" }, now: () => new Date() };
  for (const blocks of lists) {
    const place = document.createElement("div");
    place.className = "blocks drawn";
    document.querySelector(".messages").append(place);
    placeBlocks(place, blocks, new Surface({ workspace }, {}));
  }
}
