// Prints one paper alone: a copy stands at the end of the page, and the styles of print hide everything else.

import { el } from "./dom.js";
import { say, word } from "./kit.js";

let printed = null;
let title = "";

/** Takes the copy away; also when the reader wipes everything. */
export function clearPrint() {
  if (!printed) return;
  printed.remove();
  printed = null;
  document.body.classList.remove("printing");
  document.title = title;
}

/** Prints copies of `papers` one after the other. `fit(copy)` may adjust each to the sheet: it is laid out as printed. */
export function printAlone(papers, fit) {
  clearPrint();
  printed = el("div", { id: "impression", "aria-hidden": "true" }, papers.map((paper) => paper.cloneNode(true)));
  for (const copy of printed.children) copy.classList.add("set");
  document.body.append(printed);
  if (fit) [...printed.children].forEach(fit);
  document.body.classList.add("printing");
  // Browsers offer the title as the name of the file.
  title = document.title;
  document.title = word("file_name");
  say(word("printing"));
  print();
}

const SMALLEST = 0.5;
const STEP = 0.025;

/** The largest scale, at most `largest`, at which `box` holds what is in it: sets its --scale and returns it, or null.
 *  `size` is a function that says whether it holds. */
export function scale(box, largest, holds) {
  for (let value = largest; value >= SMALLEST; value -= STEP) {
    box.style.setProperty("--scale", value.toFixed(3));
    if (holds(box)) return value;
  }
  return null;
}

/** Nothing stands out of the box. */
export const holds = (box) => box.scrollHeight <= box.clientHeight && box.scrollWidth <= box.clientWidth;

addEventListener("afterprint", clearPrint);
