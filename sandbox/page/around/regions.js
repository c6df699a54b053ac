// F6 walks from part to part of the page: channels, messages, writing, thread.

export function walkRegions(event, session) {
  if (event.key !== "F6" || session.modals.node.open) return;
  event.preventDefault();
  const regions = [
    session.rail.node.querySelector('[aria-current="page"]') ?? session.rail.node.querySelector("a"),
    session.place?.conversation?.list ?? session.place?.home?.node,
    session.place?.composer?.field,
    session.thread?.conversation.list,
    session.thread?.composer.field,
  ].filter((region) => region && region.offsetParent !== null);
  const here = regions.findLastIndex((region) => region.contains(document.activeElement) || isBothInRail(region, session.rail.node));
  const step = event.shiftKey ? -1 : 1;
  regions.at((here + step) % regions.length)?.focus();
}

/** The rail counts as one region wherever in it the focus stands. */
function isBothInRail(region, rail) {
  return rail.contains(region) && rail.contains(document.activeElement);
}
