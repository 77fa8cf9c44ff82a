// What comes after the start: the graphs, that tell the next question at once, then Python, that tells the rights.

import { learn } from "./dom.js";

const READY = "ready";
const LOADING = "loading";
const FAILED = "failed";

export class Calculation {
  /** "idle", "loading", "ready" or "failed". */
  state = "idle";
  /** The modules of tool.js, the graphs and the map of the static pages, once they are here. */
  tool = null;
  graphs = null;
  map = null;
  engine = null;
  /** Resolves when the graphs are here, or are waited for no longer. */
  settled = Promise.resolve();
  #giveUp = () => {};
  #attempt = 0;

  /** Addresses: `base` of runtime/, whose `variant` is asked for first; `pages` of the static pages; `words` of the
   *  strings of results; `rules` of the texts of the rules in `lang`, none in French. `told({name, …})` is called at each change: "graphs", "progress" (received, total), "fallback"
   *  (bytes), "ready", "recovered" (after a fallback that came once ready), "failed" (error), "mapped". */
  constructor({ base, variant, lang }, { pages, words, rules }, told) {
    Object.assign(this, { base, variant, lang, pages, words, rules, told });
  }

  async start() {
    if (this.state === LOADING || this.state === READY) return;
    const attempt = ++this.#attempt;
    const mine = (name, rest) => attempt === this.#attempt && this.told({ name, ...rest });
    this.state = LOADING;
    const prepared = this.#prepare();
    this.settled = Promise.race([prepared.catch(() => {}), new Promise((resolve) => (this.#giveUp = resolve))]);
    try {
      const [graphs, words] = await prepared;
      if (attempt !== this.#attempt) return;
      mine("graphs");
      this.engine = new this.tool.Engine();
      await this.engine.load(this.base, {
        graphs,
        words,
        lang: this.lang,
        variant: this.variant,
        progress: (received, total) => mine("progress", { received, total }),
        fallback: ({ bytes }) => mine("fallback", { bytes }),
        recovered: () => mine("recovered"),
      });
      if (attempt !== this.#attempt) return;
      this.state = READY;
      mine("ready");
    } catch (error) {
      if (attempt === this.#attempt) this.fail(error);
    }
  }

  async #prepare() {
    this.tool ??= await import("./tool.js");
    const addresses = [this.words, `${this.base}graphs.json`, this.rules];
    const [words, graphs, rules] = await Promise.all(addresses.map((address) => address && this.tool.text(address)));
    learn(JSON.parse(words));
    this.graphs ??= new this.tool.Graphs(graphs);
    return [graphs, rules];
  }

  /** Gives Python up; `error` is null when the reader cancels. Also finds the way to the static pages. */
  fail(error) {
    this.#end(FAILED);
    this.told({ name: "failed", error });
    this.#chart();
  }

  async #chart() {
    try {
      this.tool ??= await import("./tool.js");
      this.map ??= JSON.parse(await this.tool.text(new URL("arbre.json", this.pages).href));
      this.told({ name: "mapped" });
    } catch {
      // Without the map the link leads to the first page, which is always true.
    }
  }

  /** {file, question}: the static page that goes on from `given`, or null when the map is not here. */
  page(given, day) {
    return this.map && this.tool.pageOf(this.map, this.graphs, given, day);
  }

  /** Like `checker.consult`, in the language of the page, or null when a newer request was made or Python was given up. */
  async consult(request) {
    try {
      return await this.engine.call("consult", { ...request, lang: this.lang });
    } catch (error) {
      if (this.engine) this.fail(error);
      return null;
    }
  }

  /** Ends Python for good: the page is being left. */
  stop() {
    this.#end("idle");
  }

  #end(state) {
    this.#attempt += 1;
    this.#giveUp();
    this.engine?.stop();
    this.engine = null;
    this.state = state;
  }
}
