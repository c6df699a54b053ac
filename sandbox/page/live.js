// Listens for changes, and comes back by itself when the line is lost.

const FIRST_WAIT = 400;
const LONGEST_WAIT = 8000;

export class Live {
  #socket = null;
  #wait = FIRST_WAIT;
  #timer = 0;
  #ended = false;

  /**
   * @param {() => string} address
   * @param {{heard: (change: object) => void, status: (isOn: boolean, isAgain: boolean) => void}} ears
   */
  constructor(address, ears) {
    this.address = address;
    this.ears = ears;
    this.wasOn = false;
  }

  /** Resolves once the line stands or failed: what is loaded after that misses nothing. */
  open() {
    const socket = new WebSocket(this.address());
    this.#socket = socket;
    const settled = new Promise((resolve) => {
      socket.addEventListener("open", resolve);
      socket.addEventListener("close", resolve);
    });
    socket.addEventListener("open", () => {
      this.#wait = FIRST_WAIT;
      this.ears.status(true, this.wasOn);
      this.wasOn = true;
    });
    socket.addEventListener("message", (event) => this.ears.heard(JSON.parse(event.data)));
    socket.addEventListener("close", () => this.#lost());
    return settled;
  }

  close() {
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#socket?.close();
  }

  #lost() {
    if (this.#ended) return;
    this.ears.status(false, this.wasOn);
    this.#timer = setTimeout(() => this.open(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
  }
}
