// Talks to worker.js: one load, then calls. When the small runtime fails, the safe one takes its place and its calls.

const SMALL = "small";
const SAFE = "safe";
const nothing = () => {};

/** Why it failed; `stage`: "download", "compile", "start", "call" or "cancelled". */
export class EngineError extends Error {
  constructor(stage, message) {
    super(message);
    this.stage = stage;
  }
}

/** A worker that can run worker.js; throws, before anything is downloaded for Python, where the browser cannot. */
function started() {
  if (!self.WebAssembly?.compileStreaming) throw new Error("WebAssembly");
  let read = false;
  const type = () => {
    read = true;
    return "module";
  };
  const worker = new Worker(new URL("worker.js", import.meta.url), Object.defineProperty({}, "type", { get: type }));
  // A browser without modules in workers does not look at the type, and takes the file for a classic script.
  if (!read) {
    worker.terminate();
    throw new Error("module Worker");
  }
  return worker;
}

export class Engine {
  #worker = null;
  #order = null;
  #variant = null;
  #ready = false;
  #last = 0;
  #calls = new Map();

  /** Python is there and answers. */
  get running() {
    return this.#ready;
  }

  get loading() {
    return this.#order !== null && !this.#ready;
  }

  /** "small" or "safe", or null before `load`. */
  get variant() {
    return this.#variant;
  }

  /** Starts Python from `base` (absolute URL of runtime/), with the text of graphs.json and, but in French, `words`, the
   * text of <lang>/regles.json. Resolves when it can answer.
   *
   * `progress(received, total)`, in bytes once decompressed. `fallback({bytes})` tells that the small runtime has
   * failed, now or at a later call, and that the safe one is being fetched: `bytes` more on the wire, in brotli;
   * `recovered()`, that Python answers again after a later call had made it fall back.
   * Rejects with an EngineError; a failure of the network or `stop` never fetches the other runtime. */
  load(base, { graphs, lang, words, progress = nothing, fallback = nothing, recovered = nothing, variant = SMALL }) {
    this.stop();
    return new Promise((resolve, reject) => {
      this.#order = { base, graphs, lang, words, progress, fallback, recovered, resolve, reject, answered: false };
      this.#start(variant);
    });
  }

  /** The value of `name` for `argument` (see checker.browser), or null when a newer call of that name replaces it.
   *
   * A call made while Python loads waits for it. `progress(received, total)` follows the letters' own download.
   * Rejects with an EngineError; Python still runs after it when `running` is true: a new call tries again. */
  call(name, argument, { progress = nothing } = {}) {
    if (!this.#order) return Promise.reject(new EngineError("call", "not loaded"));
    for (const [id, call] of this.#calls) if (call.name === name) this.#take(id).resolve(null);
    return new Promise((resolve, reject) => {
      const id = ++this.#last;
      this.#calls.set(id, { name, argument, progress, resolve, reject });
      if (this.#ready) this.#send(id);
    });
  }

  /** Ends Python; what was asked of it is rejected with the stage "cancelled". */
  stop() {
    this.#end(new EngineError("cancelled", "cancelled"));
  }

  #start(variant) {
    this.#variant = variant;
    const { base, graphs, lang, words } = this.#order;
    let worker;
    try {
      worker = started();
    } catch (error) {
      this.#end(new EngineError("start", error.message));
      return;
    }
    this.#worker = worker;
    // A worker that was given up may have one more message on its way.
    worker.onmessage = ({ data }) => worker === this.#worker && this.#read(data);
    worker.onerror = (event) => {
      event.preventDefault();
      // A worker whose own file did not come gives no message.
      const stage = event.message ? "start" : "download";
      if (worker === this.#worker) this.#failed({ stage, message: event.message || "worker.js", trap: true });
    };
    worker.postMessage({ type: "load", base, variant, graphs, lang, words });
  }

  #read(data) {
    if (data.type === "progress") (data.id ? this.#calls.get(data.id) : this.#order)?.progress(data.received, data.total);
    else if (data.type === "result") this.#take(data.id)?.resolve(data.value);
    else if (data.type === "failed") this.#failed(data);
    else {
      this.#ready = true;
      if (this.#order.answered) this.#order.recovered();
      this.#order.answered = true;
      this.#order.resolve();
      for (const id of this.#calls.keys()) this.#send(id);
    }
  }

  #failed({ id, stage, message, trap }) {
    const error = new EngineError(stage, message);
    const small = this.#variant === SMALL;
    // Letters that did not come, or an exception of the untouched Python: that call alone fails.
    if (id && (stage === "download" || !(small || trap))) this.#take(id)?.reject(error);
    // The safe one throws exceptions of WebAssembly: without them, its download would be for nothing.
    else if (small && stage !== "download" && WebAssembly.Tag) this.#fallBack();
    else this.#end(error);
  }

  async #fallBack() {
    const order = this.#order;
    this.#drop();
    this.#variant = SAFE;
    let bytes = 0;
    try {
      const response = await fetch(`${order.base}manifest.json`, { cache: "no-cache" });
      const { small, safe } = (await response.json()).variants;
      const here = new Set(small.files.map(({ name }) => name));
      bytes = safe.files.filter(({ name }) => !here.has(name)).reduce((sum, { br }) => sum + br, 0);
    } catch (error) {
      if (order === this.#order) this.#end(new EngineError("download", `manifest.json: ${error.message}`));
    }
    if (order !== this.#order) return;
    order.fallback({ bytes });
    this.#start(SAFE);
  }

  #send(id) {
    const { name, argument } = this.#calls.get(id);
    this.#worker.postMessage({ type: "call", id, name, argument });
  }

  #take(id) {
    const call = this.#calls.get(id);
    this.#calls.delete(id);
    return call;
  }

  #drop() {
    this.#worker?.terminate();
    this.#worker = null;
    this.#ready = false;
  }

  #end(error) {
    this.#drop();
    const order = this.#order;
    const calls = [...this.#calls.values()];
    this.#order = null;
    this.#variant = null;
    this.#calls.clear();
    order?.reject(error);
    for (const call of calls) call.reject(error);
  }
}
