// The end of the journey: the result when Python answers, or the way to the static pages when it cannot.

import { megabytes, show, word } from "./dom.js";

const $ = (id) => document.getElementById(id);

/** The bar of the download. The worker counts decompressed bytes; the reader was told what the network carries. */
export function progress(announced, received, total) {
  const bar = $("chargement").querySelector("progress");
  bar.max = total;
  bar.value = received;
  const done = { received: megabytes((announced * received) / total), total: megabytes(announced) };
  if (received < total) $("chargement-texte").textContent = word("bytes", done);
  else {
    bar.removeAttribute("value");
    $("chargement-texte").textContent = word("preparing");
  }
}

/** Says that the small runtime gave way; returns the sentence. */
export function fallback(bytes) {
  $("chargement").querySelector("progress").removeAttribute("value");
  const text = word("fallback", { size: megabytes(bytes) });
  $("repli").textContent = text;
  show($("repli"), true);
  show($("chargement"), true);
  return text;
}

/** Why there is no result here; `error` is null after a cancel. */
export function explain(error) {
  $("echec-titre").textContent = word(error ? "failed_title" : "cancelled_title");
  $("echec-texte").textContent = word(error ? "failed" : "cancelled");
  $("echec-detail").textContent = error ? word("detail", { message: error.message }) : "";
  show($("echec"), true);
}

/** Points the links to the static pages at `page` ({file, question}), null when it is not known. */
export function aim(page, base) {
  const link = $("page-par-page");
  link.href = new URL(page?.file ?? "index.html", base).href;
  link.textContent = word(!page ? "static" : page.question ? "static_here" : "static_result");
}

/** Empties the results. */
export function empty() {
  $("contenu-resultats").replaceChildren();
  for (const id of ["resultats", "emporter"]) show($(id), false);
}
