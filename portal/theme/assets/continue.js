// Finds the static page that goes on where the form stopped. Its map is <lang>/q/arbre.json (portal/decisions/write.py).

import { settled, TODAY } from "./bands.js";

const ROOT = 0;

/** The index of the page reached with `known` ({question: option}) and `unknown` (a set of questions). */
function walk({ questions, asks }, known, unknown) {
  let page = ROOT;
  while (page < asks.length) {
    const [question, otherwise, ...targets] = asks[page];
    const [id, options] = questions[question];
    const next = unknown.has(id) ? otherwise : (targets[options.indexOf(known[id])] ?? -1);
    // Not answered, or an answer that contradicts the others: this is the question to ask.
    if (next < 0) return page;
    page = next;
  }
  return page;
}

/** {file, question}: the page for what the form says, and the question that it asks, or null when it shows results;
 *  `graphs` turns dates into answers. */
export function pageOf(tree, graphs, { answers, dates }, day) {
  const known = settled(graphs?.dated ?? {}, answers, { ...dates, [TODAY]: day });
  const unknown = new Set(Object.keys(answers).filter((id) => answers[id] === "?" && !known[id]));
  const page = walk(tree, known, unknown);
  const asks = page < tree.asks.length;
  return { file: `${tree.names[page]}.html`, question: asks ? tree.questions[tree.asks[page][0]][0] : null };
}
