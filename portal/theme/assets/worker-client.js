// Talks to worker.js: one load, then questions; a newer question makes the answers to older ones worthless.

export class Engine {
  #worker = null;
  #ready = false;
  #last = 0;
  #waiting = new Map();

  /** Python is there and answers. */
  get running() {
    return this.#ready;
  }

  get loading() {
    return this.#worker !== null && !this.#ready;
  }

  /** Starts Python from `base` (absolute URL). `progress(received, total)` in bytes. Resolves when it can answer. */
  load(base, progress) {
    return new Promise((resolve, reject) => {
      const fail = (message) => {
        this.stop();
        reject(new Error(message));
      };
      this.#worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
      this.#worker.onerror = (event) => fail(event.message || "worker");
      this.#worker.onmessage = ({ data }) => {
        if (data.type === "progress") progress(data.received, data.total);
        else if (data.type === "ready") {
          this.#ready = true;
          resolve();
        } else if (data.type === "failed") {
          for (const waiting of this.#waiting.values()) waiting.reject(new Error(data.message));
          fail(`${data.stage} : ${data.message}`);
        } else if (data.type === "answer") {
          this.#waiting.get(data.id)?.resolve(data.id === this.#last ? data.response : null);
          this.#waiting.delete(data.id);
        }
      };
      this.#worker.postMessage({ type: "load", base });
    });
  }

  /** The response to `request`, or null when a newer request has been sent meanwhile. */
  ask(request) {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ type: "ask", id, request });
    });
  }

  stop() {
    this.#worker?.terminate();
    this.#worker = null;
    this.#ready = false;
    this.#waiting.clear();
  }
}
