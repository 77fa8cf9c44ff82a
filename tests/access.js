// What a program can see of a page for people who read it otherwise: each function of `access` returns the faults it
// finds, one text each. Evaluated in the page, by tests/access.py.
window.access = (() => {
  const shown = (node) => node.checkVisibility({ visibilityProperty: true }) && node.getClientRects().length > 0;
  const all = (selector) => [...document.querySelectorAll(selector)].filter(shown);
  const named = (node) => `${node.tagName.toLowerCase()}${node.id && `#${node.id}`} “${(node.textContent.trim() || node.value || "").replace(/\s+/g, " ").slice(0, 50)}”`;
  // Read aloud, and not meant to be seen.
  const hiddenFromEyes = (node) => Boolean(node.closest(".skip:not(:focus), thead, svg")) || getComputedStyle(node).clipPath !== "none";
  const WRITES = { ar: "Arabic", "fa-AF": "Arabic", ps: "Arabic", zh: "Han", ta: "Tamil", bn: "Bengali", uk: "Cyrillic" };
  const RIGHT_TO_LEFT = ["ar", "fa-AF", "ps"];
  const LANGUAGES = ["fr", "en", "es", "pt", ...Object.keys(WRITES)];
  // No word of any language: addresses, names of formats and of files, our own name.
  const NO_WORD = /(?:https?:\/\/|www\.)\S+|\S+@\S+|Droits en attente|\b(?:PDF|EPUB|ZIM|HTML|XML|JavaScript|notes\.json|rappels\.ics)\b|\.\w{2,4}\b/g;

  function headings() {
    const found = all("h1, h2, h3, h4, h5, h6");
    const levels = found.map((node) => Number(node.tagName[1]));
    const faults = found.filter((_, n) => levels[n] > (levels[n - 1] ?? 0) + 1).map((node) => `${named(node)} skips a level`);
    if (levels.filter((level) => level === 1).length !== 1) faults.push(`${levels.filter((level) => level === 1).length} h1`);
    return [...faults, ...found.filter((node) => !node.textContent.trim()).map((node) => `${named(node)} is empty`)];
  }

  /** One main; the header of the page before it, the footer after it; each navigation has a name of its own. */
  function landmarks() {
    const faults = [];
    const mains = all("main");
    if (mains.length !== 1) return [`${mains.length} main`];
    const place = (node) => mains[0].compareDocumentPosition(node);
    for (const node of all("body > header")) if (!(place(node) & Node.DOCUMENT_POSITION_PRECEDING)) faults.push(`${named(node)} is not before main`);
    for (const node of all("body > footer")) if (!(place(node) & Node.DOCUMENT_POSITION_FOLLOWING)) faults.push(`${named(node)} is not after main`);
    const names = all("nav").map((node) => node.getAttribute("aria-label") ?? document.getElementById(node.getAttribute("aria-labelledby"))?.textContent ?? "");
    if (names.some((name) => !name.trim())) faults.push("a nav without a name");
    return faults;
  }

  /** Every run of text in another writing says its language; each language has a known code and its own direction. */
  function languages() {
    const faults = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const node = text.parentElement;
      if (!/\p{L}/u.test(text.data) || node.closest("script, style, svg, code, template, option, bdi:not([lang])") || !shown(node)) continue;
      const { lang } = node.closest("[lang]");
      const own = WRITES[lang] ?? "Latin";
      const others = ["Latin", ...new Set(Object.values(WRITES))].filter((script) => script !== own);
      const said = text.data.replace(NO_WORD, " ");
      if (others.some((script) => new RegExp(`\\p{Script=${script}}{${script === "Latin" ? 3 : 1}}`, "u").test(said))) {
        faults.push(`${lang}: ${named(node)} in “${text.data.trim().slice(0, 60)}”`);
      }
    }
    for (const node of all("[lang]")) {
      if (!LANGUAGES.includes(node.lang)) faults.push(`${named(node)} is in “${node.lang}”, no language of the site`);
      const direction = RIGHT_TO_LEFT.includes(node.lang) ? "rtl" : "ltr";
      if (node.tagName !== "BDI" && /\p{L}/u.test(node.textContent) && getComputedStyle(node).direction !== direction
        && node.getClientRects().length && getComputedStyle(node).display !== "inline") faults.push(`${named(node)}, ${node.lang}, goes ${getComputedStyle(node).direction}`);
    }
    return faults;
  }

  /** A drawing is hidden from reading voices, or has a role and a name: never a bit of both. */
  const images = () => all("svg, img").filter((node) => {
    if (node.tagName === "IMG") return !node.hasAttribute("alt");
    const name = node.getAttribute("aria-label") || document.getElementById(node.getAttribute("aria-labelledby"))?.textContent;
    const silent = node.getAttribute("aria-hidden") === "true" || Boolean(node.closest("[aria-hidden=true]"));
    return silent ? Boolean(name || node.querySelector("title, desc")) : !(node.getAttribute("role") === "img" && name?.trim());
  }).map((node) => `${named(node.parentElement)} holds a drawing that neither speaks nor is silent`);

  /** Radio buttons stand in a group, and a group begins with its legend. */
  const groups = () => [
    ...all("input[type=radio]").filter((node) => !node.closest("fieldset, [role=radiogroup], [role=group]")).map((node) => `${named(node.parentElement)} is in no group`),
    ...all("fieldset").filter((node) => node.firstElementChild?.tagName !== "LEGEND" || !node.firstElementChild.textContent.trim()).map((node) => `${named(node)} has no legend`),
  ];

  /** A word told apart inside a text that is laid out in a row: the text would come in pieces. */
  const pieces = () => all("bdi[lang], span[lang]").filter((node) => {
    const row = /flex|grid/.test(getComputedStyle(node.parentElement).display);
    return row && [...node.parentElement.childNodes].some((other) => other.nodeType === Node.TEXT_NODE && /[\p{L}«»]/u.test(other.data));
  }).map((node) => `${named(node.parentElement)} is in pieces`);

  /** What stands outside the window, or is cut by its own box. */
  function overflow() {
    const width = document.documentElement.clientWidth;
    const wide = document.documentElement.scrollWidth > width
      ? all("body *").filter((node) => (node.getBoundingClientRect().right > width + 1 || node.getBoundingClientRect().left < -1) && !hiddenFromEyes(node)).slice(0, 5).map((node) => `${named(node)} goes out of ${width} px`)
      : [];
    if (document.documentElement.scrollWidth > width && !wide.length) wide.push(`the page is ${document.documentElement.scrollWidth} px wide in ${width}`);
    const cut = all("body *").filter((node) => {
      if (!node.textContent.trim() || hiddenFromEyes(node)) return false;
      const { overflowX, overflowY } = getComputedStyle(node);
      const hides = (value) => value === "hidden" || value === "clip";
      return (hides(overflowX) && node.scrollWidth > node.clientWidth + 1) || (hides(overflowY) && node.scrollHeight > node.clientHeight + 1);
    });
    return [...wide, ...cut.map((node) => `${named(node)} is cut`)];
  }

  const INTERACTIVE = "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button]";
  const box = (node) => {
    const label = node.matches("input") && (node.closest("label") ?? document.querySelector(`label[for="${CSS.escape(node.id)}"]`));
    const boxes = [node, label].filter(Boolean).map((one) => one.getBoundingClientRect());
    return { width: Math.max(...boxes.map(({ width }) => width)), height: Math.max(...boxes.map(({ height }) => height)) };
  };

  /** What a finger misses: under 24 px either way, but links in a line of text. */
  function targets() {
    return all(INTERACTIVE).filter((node) => {
      if (node.matches("a") && getComputedStyle(node).display === "inline") return false;
      const { width, height } = box(node);
      return !hiddenFromEyes(node) && (width < 23.5 || height < 23.5);
    }).map((node) => `${named(node)} is ${Math.round(box(node).width)} × ${Math.round(box(node).height)} px`);
  }

  /** What moves by itself for more than five seconds; `still`: what moves at all. */
  function motion(still) {
    const moving = document.getAnimations().filter((animation) => {
      const { endTime } = animation.effect.getComputedTiming();
      return still ? endTime > 10 : endTime > 5000;
    }).map((animation) => `${named(animation.effect.target)} moves`);
    const smooth = still && getComputedStyle(document.documentElement).scrollBehavior === "smooth" ? ["the page scrolls smoothly"] : [];
    return [...moving, ...smooth];
  }

  /** What keeps its own colours where the reader has chosen all of them. */
  const forced = () => all("body *").filter((node) => getComputedStyle(node).forcedColorAdjust === "none").map((node) => `${named(node)} keeps its colours`);

  const place = ({ top, bottom, left, right }) => ({ top: top + scrollY, bottom: bottom + scrollY, left, right });
  const PARTS = "header, nav, main, aside, footer";

  /** Where the focus is; null outside the page. `start` and `end`, its first and its last line, are in px from the
   *  top and from the left of the page. */
  function focus() {
    const node = document.activeElement;
    if (node === document.body || node === document.documentElement) return null;
    // A link that goes on to the next line may begin with nothing at the end of this one.
    const rects = [...node.getClientRects()].filter(({ width }) => width > 0);
    const style = getComputedStyle(node);
    const first = rects[0] ?? node.getBoundingClientRect();
    const last = rects.at(-1) ?? first;
    const over = document.elementFromPoint(first.left + first.width / 2, first.top + Math.min(first.height / 2, 20));
    return {
      name: named(node),
      seen: first.width > 0 && first.bottom > 0 && first.top < innerHeight && first.right > 0 && first.left < innerWidth,
      outlined: style.outlineStyle === "auto" || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2),
      uncovered: Boolean(over) && (node.contains(over) || over.contains(node) || over.closest("label")?.contains(node) === true),
      fixed: Boolean(node.closest(".skip, .exit")),
      part: [...document.querySelectorAll(PARTS)].indexOf(node.closest(PARTS)),
      start: place(first),
      end: place(last),
    };
  }

  /** Notes each stop of the Tab key as the next one leaves it, scrolled to and drawn; `ended`: the key has left the page,
   *  or has begun again. */
  function record() {
    const noted = { stops: [], ended: false };
    let first = null;
    addEventListener("keydown", ({ key }) => {
      if (key !== "Tab" || noted.ended) return;
      const stop = focus();
      if (stop && document.activeElement !== first) noted.stops.push(stop);
      else noted.ended = first !== null;
      if (stop) first ??= document.activeElement;
    }, true);
    document.activeElement.blur();
    scrollTo(0, 0);
    return noted;
  }

  return { record, images, groups, headings, landmarks, languages, pieces, overflow, targets, motion, forced };
})();
