// Filters the list of pages on the device: nothing typed here leaves it. A plain script, so that it also runs from a disk.
(() => {
  const root = document.querySelector(".search");
  const form = document.getElementById("chercher");
  const field = document.getElementById("q");
  const found = document.getElementById("trouve");
  const plan = document.getElementById("plan");
  const count = document.getElementById("compte");
  const french = new URL("french.js", document.currentScript.src).href;
  const COMMON = new Set("les des une dans pour avec que qui est mon mes vous nous pas sur par aux son ses cette comment quand quoi faire".split(" "));

  // As portal/search.py folds: accents, the vowel signs of Arabic, and its letters that stand one for another.
  const SAME = { أ: "ا", إ: "ا", آ: "ا", ٱ: "ا", ى: "ي", ی: "ي", ې: "ي", ک: "ك", ګ: "ك", ة: "ه" };
  const fold = (text) => text.toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae").normalize("NFKD")
    .replace(/[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]/g, "").replace(/[أإآٱىیېکګة]/g, (letter) => SAME[letter]);
  const stem = (word) => (word.length > 4 && /[sx]$/.test(word) ? word.slice(0, -1) : word);
  // Chinese has no spaces: any two signs that follow each other are a word.
  const pairs = (word) => (/^[\u3400-\u9fff]{2,}$/.test(word) ? [...word].slice(1).map((sign, place) => word[place] + sign) : [stem(word)]);
  const split = (text) => (fold(text).match(/[\u3400-\u9fff]+|(?:(?![\u3400-\u9fff])[\p{L}\p{M}\p{N}]){2,}/gu) ?? []).flatMap(pairs);

  const pages = [...plan.querySelectorAll("li")].map((item, rank) => ({
    item, rank,
    title: split(item.querySelector("a").textContent),
    names: split(item.dataset.words),
    phrases: item.dataset.words.split(" ; ").map((name) => split(name).join(" ")),
    summary: split(item.querySelector("small").textContent),
  }));
  const body = new Map();
  let asked = false;

  // One letter more, less or other, or two swapped: what a foreign keyboard and a tired thumb do.
  function near(a, b) {
    if (Math.abs(a.length - b.length) > 1 || a.length < 5) return false;
    let start = 0;
    while (start < a.length && a[start] === b[start]) start += 1;
    const x = a.slice(start), y = b.slice(start);
    return x.slice(1) === y.slice(1) || x.slice(1) === y || x === y.slice(1)
      || (x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2));
  }

  // How well a word of the question fits a list of words: whole, beginning, nearly.
  function fit(word, words) {
    let best = 0;
    for (const other of words) {
      if (other === word) return 1;
      if (word.length > 2 && other.startsWith(word)) best = Math.max(best, 0.6);
      else if (near(word, other)) best = Math.max(best, 0.4);
    }
    return best;
  }

  function score(page, words, phrase) {
    let total = page.phrases.includes(phrase) ? 12 : page.phrases.some((name) => ` ${name} `.includes(` ${phrase} `)) ? 5 : 0;
    if (page.title.join(" ").includes(phrase)) total += 4;
    let missed = 0;
    for (const word of words) {
      const here = 4 * fit(word, page.title) + 3 * fit(word, page.names) + 1.5 * fit(word, page.summary);
      const inside = body.get(word)?.has(page.rank) ? 0.7 : 0;
      if (here + inside === 0) missed += 1;
      total += here + inside;
    }
    return total * (1 - missed / (words.length + 1));
  }

  function search() {
    const all = split(field.value);
    const strong = all.filter((word) => !COMMON.has(word));
    const words = strong.length ? strong : all;
    plan.hidden = words.length > 0;
    found.hidden = words.length === 0;
    found.replaceChildren();
    if (!words.length) { count.textContent = ""; return; }
    const phrase = all.join(" ");
    const ranked = pages.map((page) => [score(page, words, phrase), page]).filter(([points]) => points > 0.5)
      .sort((a, b) => b[0] - a[0] || a[1].rank - b[1].rank).slice(0, 12);
    found.append(...ranked.map(([, page]) => page.item.cloneNode(true)));
    const { none, one, many } = count.dataset;
    count.textContent = ranked.length === 0 ? none : ranked.length === 1 ? one : many.replace("{n}", ranked.length);
  }

  async function load() {
    if (asked) return;
    asked = true;
    try {
      const { index } = await import(new URL(root.dataset.index, location.href).href);
      index.words.split(" ").forEach((word, rank) => body.set(word, new Set(index.pages[rank])));
      search();
    } catch {
      // From a disk, or with the network gone: titles and other names are enough.
    }
  }

  form.hidden = false;
  // From a disk it cannot: everything reads the same, but in the voice of another language.
  if (document.documentElement.lang !== "fr") import(french).catch(() => {});
  field.addEventListener("input", () => { load(); search(); });
  form.addEventListener("submit", (event) => { event.preventDefault(); load(); search(); });
  const given = new URLSearchParams(location.search).get("q");
  if (given) { field.value = given; load(); search(); }
})();
