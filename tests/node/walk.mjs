// A second reader of graphes.json, written from its schema alone: for each set of answers on standard input,
// the labels that each graph still allows, sorted. A question without an answer takes every branch.
import { readFileSync } from "node:fs";

const { graphs } = JSON.parse(readFileSync(process.argv[2], "utf8"));

function labels({ root, nodes }, answers) {
  const found = new Set();
  const seen = new Set();
  const waiting = [root];
  while (waiting.length) {
    const index = waiting.pop();
    if (seen.has(index)) continue;
    seen.add(index);
    const node = nodes[index];
    if (Array.isArray(node)) {
      if (node[0] !== "impossible") found.add(node[0]);
      continue;
    }
    for (const [option, next] of node.to) {
      if (answers[node.q] === undefined || answers[node.q] === option) waiting.push(next);
    }
  }
  return [...found].sort();
}

const sets = JSON.parse(readFileSync(0, "utf8"));
const walk = (answers) => Object.fromEntries(Object.entries(graphs).map(([name, g]) => [name, labels(g, answers)]));
process.stdout.write(JSON.stringify(sets.map(walk)));
