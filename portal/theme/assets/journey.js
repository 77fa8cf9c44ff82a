// Where the reader is: the introduction, one question, all of them, or the end. The browser's own Back button works:
// its entries carry a number, never an answer.

export const INTRODUCTION = "accueil";
export const ALL = "toutes";
export const END = "fin";

export class Journey {
  #trail = [];
  #at = 0;
  // The entry of the history where the trail begins; each view after it has the next number.
  #base = history.state?.step ?? 0;
  #show;

  /** `show(view)` displays a view. */
  constructor(show) {
    this.#show = show;
    this.#note("replaceState");
    addEventListener("popstate", ({ state }) => {
      // An entry without a number is a jump inside the page.
      if (state) this.#move(state.step);
    });
  }

  get view() {
    return this.#trail[this.#at - 1] ?? INTRODUCTION;
  }

  /** How many entries of the history this page has added before the current one. */
  get depth() {
    return this.#base + this.#at;
  }

  seen(view) {
    return this.#trail.includes(view);
  }

  go(view) {
    if (view !== this.view) {
      this.#trail.length = this.#at;
      this.#trail.push(view);
      this.#at += 1;
      this.#note("pushState");
    }
    this.#show(view);
  }

  back() {
    if (history.state?.step === this.depth && this.#at > 0) history.back();
    else this.#move(this.depth - 1);
  }

  /** Forgets the way; the entries that stay in the history lead to the introduction. */
  forget() {
    this.#base = this.depth;
    this.#trail = [];
    this.#at = 0;
  }

  #move(step) {
    this.#at = step - this.#base;
    if (this.#at < 0 || this.#at > this.#trail.length) {
      // Before a wipe, or before the page was loaded again: all is forgotten.
      this.#base = Math.max(0, step);
      this.#trail = [];
      this.#at = 0;
    }
    this.#show(this.view);
  }

  #note(how) {
    try {
      history[how]({ step: this.depth }, "");
    } catch {
      // Some browsers limit how often: then the page's own button alone goes back.
    }
  }
}
