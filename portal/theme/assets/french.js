// On a page of another language, tells the French words apart in what scripts write, as portal/languages/marks.py does in
// what the build writes: a reading voice changes its accent, and words from left to right keep their order.

const { lang } = document.documentElement;
const latin = new Intl.Locale(lang).maximize().script === "Latn";
// Where letters are not Latin, every run of Latin letters; elsewhere, what stands in guillemets, after the first group.
const RUN = latin
  ? /(«\u00a0)([^«»]+)(?=\u00a0»)/g
  : /()([A-Za-zÀ-ÖØ-öø-ÿŒœ](?:[A-Za-zÀ-ÖØ-öø-ÿŒœ0-9\s'’.,/&*°:-]*[A-Za-zÀ-ÖØ-öø-ÿŒœ0-9])?)/g;
const SKIP = "bdi, code, pre, kbd, samp, svg, option, textarea, template, script, style";

function split(text) {
  const place = text.parentElement;
  if (!place || place.closest(SKIP) || place.closest("[lang]").lang !== lang) return;
  const pieces = [];
  let end = 0;
  for (const { index, 0: all, 1: before, 2: run } of text.data.matchAll(RUN)) {
    const word = document.createElement(latin ? "span" : "bdi");
    word.lang = "fr";
    word.textContent = run;
    pieces.push(text.data.slice(end, index) + before, word);
    end = index + all.length;
  }
  if (!pieces.length) return;
  const all = [...pieces, text.data.slice(end)].filter(Boolean);
  if (all.length === 1) return text.replaceWith(...all);
  // One element in the place of one text: it stays one piece of a row, and the first child of its parent.
  const whole = document.createElement("span");
  whole.append(...all);
  text.replaceWith(whole);
}

function mark(root) {
  if (root.nodeType === Node.TEXT_NODE) return split(root);
  const found = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) found.push(walker.currentNode);
  found.forEach(split);
}

const observer = new MutationObserver((changes) => {
  for (const { addedNodes } of changes) addedNodes.forEach((node) => node.isConnected && mark(node));
  // What was added here is not news.
  observer.takeRecords();
});
mark(document.getElementById("contenu"));
observer.observe(document.getElementById("contenu"), { childList: true, subtree: true });
