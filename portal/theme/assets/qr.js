// A QR code as a drawing: one path, one unit a module.

import { drawn } from "./kit.js";

// Readers need four modules of white around the code.
const QUIET = 4;

/** The outline of the dark modules of `rows` ("1011…"), each run of a row as one rectangle. */
export function outline(rows) {
  const runs = rows.flatMap((row, y) => [...row.matchAll(/1+/g)].map((run) => `M${run.index + QUIET} ${y + QUIET}h${run[0].length}v1h-${run[0].length}z`));
  return runs.join("");
}

export function qr(rows, label) {
  const side = rows.length + 2 * QUIET;
  return drawn(
    "svg",
    { class: "qr", viewBox: `0 0 ${side} ${side}`, role: "img", "aria-label": label, "shape-rendering": "crispEdges" },
    drawn("rect", { width: side, height: side, fill: "#fff" }),
    drawn("path", { d: outline(rows), fill: "#000" }),
  );
}
