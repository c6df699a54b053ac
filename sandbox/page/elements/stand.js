// One interactive element where it stands: its block, its state, and what happens when it changes.

export class Stand {
  /**
   * @param {object} element the Block Kit element
   * @param {string} block_id
   * @param {import("../blocks/surface.js").Surface} surface
   * @param {{inInput?: boolean, label?: string, describedBy?: string, optional?: boolean, dispatch?: boolean}} [input]
   */
  constructor(element, block_id, surface, input = {}) {
    this.element = element;
    this.block_id = block_id;
    this.action_id = element.action_id ?? element.type;
    this.surface = surface;
    this.input = input;
  }

  get workspace() {
    return this.surface.workspace;
  }

  get inInput() {
    return Boolean(this.input.inInput);
  }

  /** Fields outside an input block tell the app at once; in one only when it asks for that. */
  get tells() {
    return !this.inInput || Boolean(this.input.dispatch);
  }

  get focusKey() {
    return `${this.block_id}/${this.action_id}`;
  }

  start(initial) {
    return this.surface.values.start(this.block_id, this.action_id, { type: this.element.type, ...initial });
  }

  get state() {
    return this.surface.values.get(this.block_id, this.action_id);
  }

  keep(state) {
    this.surface.values.set(this.block_id, this.action_id, { type: this.element.type, ...state });
    this.surface.changed(this.block_id);
  }

  /** Keeps the new state and tells the app where it listens; false when the person took it back. */
  async change(state, { tell = this.tells } = {}) {
    const before = this.state;
    this.keep(state);
    if (!tell) return true;
    const told = await this.press(state);
    if (!told) this.surface.values.set(this.block_id, this.action_id, before);
    return told;
  }

  press(rest = {}) {
    const action = { block_id: this.block_id, action_id: this.action_id, type: this.element.type, ...rest };
    return this.surface.press(action, this.element);
  }

  /** What names the field for a screen reader: its block's label, else its own words. */
  naming(words = "") {
    if (this.input.label) return { "aria-labelledby": this.input.label, "aria-describedby": this.input.describedBy };
    return words ? { "aria-label": words } : {};
  }
}
