// The page's calls to its server, each made as one person.

/** What the server refused, or that it could not be reached. */
export class CallFailed extends Error {}

export class Api {
  /** @param {string} as the id of the person this page acts for; empty for "whoever comes first" */
  constructor(as) {
    this.as = as;
  }

  state() {
    return this.#get("state");
  }

  async messages(channel, thread = null) {
    const { messages } = await this.#get("messages", { channel, ...(thread ? { thread } : {}) });
    return messages;
  }

  async home() {
    const { view } = await this.#get("home");
    return view ?? null;
  }

  /** The forms this person has open, the topmost last. */
  async views() {
    const { views } = await this.#get("views");
    return views ?? [];
  }

  say(channel, text, thread_ts = null) {
    return this.#post("say", { channel, text, ...(thread_ts ? { thread_ts } : {}) });
  }

  command(channel, command, text, thread_ts = null) {
    return this.#post("command", { channel, command, text, ...(thread_ts ? { thread_ts } : {}) });
  }

  press(where, action, state) {
    return this.#post("press", { ...where, action, ...(state ? { state: { values: state } } : {}) });
  }

  submit(view_id, values) {
    return this.#post("submit", { view_id, values });
  }

  close(view_id, all = false) {
    return this.#post("close", { view_id, ...(all ? { all } : {}) });
  }

  options(where, block_id, action_id, value) {
    return this.#post("options", { ...where, block_id, action_id, value });
  }

  shortcut(callback_id, where = {}) {
    return this.#post("shortcut", { callback_id, ...where });
  }

  dismiss(channel, ts) {
    return this.#post("dismiss", { channel, ts });
  }

  read(channel) {
    return this.#post("read", { channel });
  }

  delete(channel, ts) {
    return this.#post("delete", { channel, ts });
  }

  edit(channel, ts, text) {
    return this.#post("edit", { channel, ts, text });
  }

  react(channel, ts, name) {
    return this.#post("react", { channel, ts, name });
  }

  channel(action, rest) {
    return this.#post("channel", { action, ...rest });
  }

  person(action, rest) {
    return this.#post("person", { action, ...rest });
  }

  /** What the app waits for: a name and a moment each. */
  async marks() {
    const { marks } = await this.#get("clock");
    return marks ?? [];
  }

  /** @param {{forward_seconds: number}|{to: string}} move */
  moveClock(move) {
    return this.#post("clock", move);
  }

  upload(channel, file, thread_ts = null) {
    const form = new FormData();
    form.set("as", this.as);
    form.set("channel", channel);
    if (thread_ts) form.set("thread_ts", thread_ts);
    form.set("file", file, file.name);
    return ask("/page/upload", { method: "POST", body: form });
  }

  socketAddress() {
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    return `${scheme}://${location.host}/page/socket?as=${encodeURIComponent(this.as)}`;
  }

  #get(name, query = {}) {
    return ask(`/page/${name}?${new URLSearchParams({ as: this.as, ...query })}`, {});
  }

  #post(name, body) {
    return ask(`/page/${name}`, {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ as: this.as, ...body }),
    });
  }
}

async function ask(address, how) {
  const response = await fetch(address, { ...how, cache: "no-store" }).catch(() => {
    throw new CallFailed("The workspace cannot be reached. Is it still running?");
  });
  const answer = await response.json().catch(() => null);
  if (answer === null || (!response.ok && !answer.error)) throw new CallFailed(`The workspace answered ${response.status}.`);
  return answer;
}
