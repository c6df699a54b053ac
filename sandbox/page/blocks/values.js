// What stands in the fields of a view or message: it stays when the same block comes again.

export class Values {
  #blocks = new Map();

  get(block_id, action_id) {
    return this.#blocks.get(block_id)?.get(action_id) ?? null;
  }

  set(block_id, action_id, state) {
    if (!this.#blocks.has(block_id)) this.#blocks.set(block_id, new Map());
    this.#blocks.get(block_id).set(action_id, state);
  }

  /** What stands there, or `initial` from now on: an initial value counts only the first time a block is seen. */
  start(block_id, action_id, initial) {
    const there = this.get(block_id, action_id);
    if (there && there.type === initial.type) return there;
    this.set(block_id, action_id, initial);
    return initial;
  }

  /** Forgets the fields of blocks that are gone. */
  keepOnly(block_ids) {
    for (const id of [...this.#blocks.keys()]) if (!block_ids.has(id)) this.#blocks.delete(id);
  }

  /** As Slack's view.state.values. */
  all() {
    return Object.fromEntries([...this.#blocks].map(([id, fields]) => [id, Object.fromEntries(fields)]));
  }
}
