// Walks runtime/graphs.json: the questions that can still change something, exactly as checker.consult's `relevant`.
// Its format is written in checker/compiled.py. An unanswered question leads to all its branches.

import { settled, TODAY } from "./bands.js";

const IMPOSSIBLE = "impossible";
const OUT_OF_SCOPE = "hors_champ";

export class Graphs {
  /** `text`: the content of graphs.json. Throws when it is not such a file. */
  constructor(text) {
    const { questions, dated, labels, nodes, roots } = JSON.parse(text);
    this.dated = dated;
    this.order = questions.map(([id]) => id);
    this.options = new Map(questions);
    Object.assign(this, { labels, nodes, roots: [...new Set(Object.values(roots))], situation: roots.situation });
  }

  /** {relevant, stop}: the questions, in order, that are not answered and can still change something; `stop` is
   *  "contradiction" or "out_of_scope" when nothing more is asked, else null. `answers` maps questions to options or
   *  "?", `dates` names to days; `day` is the day that is examined. */
  ask(answers, dates, day) {
    const known = settled(this.dated, answers, { ...dates, [TODAY]: day });
    const given = this.order.map((id) => (known[id] === undefined ? -1 : this.options.get(id).indexOf(known[id])));
    const found = this.#reached([this.situation], given).labels;
    if (!found.size) return { relevant: [], stop: "contradiction" };
    if (found.size === 1 && found.has(OUT_OF_SCOPE)) return { relevant: [], stop: "out_of_scope" };
    const { open } = this.#reached(this.roots, given);
    return { relevant: this.order.filter((id, index) => open.has(index) && answers[id] !== "?"), stop: null };
  }

  /** From `roots`: the labels of the leaves, `impossible` left out, and the open questions that matter, by index. */
  #reached(roots, given) {
    const found = { labels: new Set(), open: new Set() };
    const seen = new Set(roots);
    for (const index of seen) {
      const node = this.nodes[index];
      if (node.length === 1) {
        if (this.labels[node[0]] !== IMPOSSIBLE) found.labels.add(this.labels[node[0]]);
        continue;
      }
      const [code, ...deltas] = node;
      const possible = code & 2;
      const question = code >> 2;
      if (!possible) continue;
      if (given[question] < 0 && code & 1) found.open.add(question);
      for (const delta of given[question] < 0 ? deltas : [deltas[given[question]]]) seen.add(index - delta);
    }
    return found;
  }
}
