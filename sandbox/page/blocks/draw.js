// Draws a list of blocks, each kind by its own file; a block that comes again unchanged is left standing.
import { el, settle } from "../parts/dom.js";
import { keepingFocus } from "../parts/focus.js";
import { drawActions, drawContext, drawDivider, drawHeader, drawImageBlock } from "./simple.js";
import { drawAlert, drawCard, drawCarousel, drawContainer, drawPlan, drawTask, drawUnknown, drawVideo } from "./others.js";
import { drawDataTable } from "./data_table.js";
import { drawInput } from "./input.js";
import { drawMarkdownBlock, drawRichText } from "./rich_text.js";
import { drawSection } from "./section.js";
import { drawSeries } from "./series.js";
import { drawTable } from "./table.js";

const DRAW = {
  actions: drawActions,
  alert: drawAlert,
  card: drawCard,
  carousel: drawCarousel,
  container: drawContainer,
  context: drawContext,
  context_actions: drawActions,
  data_table: drawDataTable,
  data_visualization: drawSeries,
  divider: drawDivider,
  header: drawHeader,
  image: drawImageBlock,
  input: drawInput,
  markdown: drawMarkdownBlock,
  plan: drawPlan,
  rich_text: drawRichText,
  section: drawSection,
  table: drawTable,
  task_card: drawTask,
  video: drawVideo,
};

const drawn = new WeakMap();

/** Draws one block. `inner` draws the blocks a container holds. */
export function drawBlock(block, surface) {
  const draw = DRAW[block.type] ?? drawUnknown;
  return el("div", { class: `block block-${block.type}`, data: { block: block.block_id ?? "" } }, draw(block, surface, drawBlock));
}

/** Makes `container` show these blocks; what is unchanged keeps its nodes, its focus and what was typed. */
export function placeBlocks(container, blocks, surface) {
  const before = drawn.get(container) ?? new Map();
  const now = new Map();
  const nodes = withIds(blocks).map((block) => {
    const words = JSON.stringify(block);
    const same = before.get(block.block_id);
    const node = same && same.words === words ? same.node : drawBlock(block, surface);
    now.set(block.block_id, { words, node });
    return node;
  });
  surface.values.keepOnly(new Set(withIds(blocks).flatMap(idsOf)));
  drawn.set(container, now);
  keepingFocus(container, () => settle(container, nodes));
}

/** A block's own id and those of the blocks and cards it holds. */
function idsOf(block) {
  const held = block.child_blocks ?? (block.type === "carousel" ? block.elements : null) ?? [];
  return [block.block_id, ...held.map((child, index) => child.block_id ?? `${block.block_id}-${index}`)];
}

/** Blocks without an id get one by their place, so that each has a key. */
function withIds(blocks) {
  return blocks.map((block, index) => (block.block_id ? block : { ...block, block_id: `place-${index}` }));
}
