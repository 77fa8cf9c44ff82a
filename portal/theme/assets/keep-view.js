// The block "Garder sur ce téléphone": one state at a time, said once, with only the buttons that make sense in it.

import { western, words as dateWords } from "./dates.js";
import { Copy, KeepError } from "./keep-copy.js";

/** Runs the block. `scope`: absolute URL of the site's folder. */
export async function run(box, scope) {
  const find = (selector) => box.querySelector(selector);
  const words = new Map([...find("template").content.querySelectorAll("[data-mot]")].map((node) => [node.dataset.mot, node.textContent]));
  const word = (key, holes = {}) => words.get(key).replace(/\{(\w+)\}/g, (_, name) => holes[name]);
  const lang = document.documentElement.lang;
  // Rounded up, like every size that the site announces.
  const size = (bytes) => (Math.max(1, Math.ceil(bytes / 1e5)) / 10).toLocaleString(western(lang), { minimumFractionDigits: 1, style: "unit", unit: "megabyte" });
  const day = (iso) => dateWords(iso, lang);
  const copy = new Copy(scope, box.dataset.list, lang);
  const bar = find("progress");
  const message = find(".keep-state");
  const choices = find(".keep-extras");
  const buttons = [...box.querySelectorAll("[data-do]")];
  let offer = null;
  let work = null;
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = new URL("keep.css", import.meta.url);
  document.head.append(sheet);

  /** Shows `text` and only the buttons of `actions`, {action: label or true}; `focus` moves the hand to the text. */
  function show(text, actions, focus = false) {
    message.textContent = text;
    for (const button of buttons) {
      const label = actions[button.dataset.do];
      button.hidden = !label;
      if (typeof label === "string") button.textContent = label;
    }
    bar.hidden = !actions.cancel;
    choices.hidden = !actions.keep || !choices.querySelector("input");
    if (focus) message.focus();
  }

  const chosen = () => [...choices.querySelectorAll("input:checked")].map((input) => input.value);
  const total = () => offer.wire + offer.extras.reduce((sum, extra) => sum + (chosen().includes(extra.id) ? extra.wire : 0), 0);
  const label = () => word("keep", { size: size(total()) });

  /** One box for each thing that may be kept besides. */
  function offered() {
    choices.querySelectorAll("label").forEach((node) => node.remove());
    for (const extra of offer.extras) {
      const line = find("template").content.querySelector("label").cloneNode(true);
      line.querySelector("input").value = extra.id;
      line.querySelector("span").prepend(word(`extra_${extra.id}`, { size: size(extra.wire) }));
      line.querySelector("small").textContent = word(`extra_${extra.id}_why`);
      choices.append(line);
    }
  }

  function explain(error) {
    const { reason } = error instanceof KeepError ? error : { reason: "refused" };
    return word(reason, { size: offer ? size(offer.bytes) : "" });
  }

  /** What this device holds, and what the site offers. */
  async function state(focus = false) {
    const { kept, pending } = await copy.look();
    const held = kept?.whole ? word("kept", { date: day(kept.day), edition: day(kept.list.edition), size: size(kept.list.wire) }) : "";
    if (held) show(`${held} ${word("checking")}`, { forget: true }, focus);
    else show(word("asking"), {}, focus);
    try {
      offer = await copy.offer();
    } catch (error) {
      if (held) show(`${held} ${word("offline")}`, { forget: true });
      else show(explain(error), { retry: word("retry"), forget: Boolean(pending ?? kept) });
      return;
    }
    offered();
    if (held && kept.sha256 === offer.sha256) {
      show(`${held} ${word("current")}`, { forget: true });
    } else if (kept ?? pending) {
      await unfinished(held, (kept ?? pending).extras);
    } else {
      show(word("nothing"), { keep: label() });
    }
  }

  /** An older edition, an interrupted download, or files that the browser has thrown away. */
  async function unfinished(held, extras) {
    for (const input of choices.querySelectorAll("input")) input.checked = extras.includes(input.value);
    try {
      const { wire } = await copy.plan(offer, extras);
      const text = held ? `${held} ${word("update_ready", { edition: day(offer.edition) })}` : word("interrupted", { size: size(wire) });
      show(text, { [held ? "update" : "resume"]: word(held ? "update" : "resume", { size: size(wire) }), forget: true });
    } catch (error) {
      show(explain(error), { retry: word("retry"), forget: true });
    }
  }

  async function keep() {
    const controller = new AbortController();
    work = controller;
    let said = -1;
    const extras = chosen();
    show(word("loading", { percent: 0 }), { cancel: true });
    find("[data-do=cancel]").focus();
    try {
      offer = await copy.offer();
      await copy.keep(
        offer,
        extras,
        (done, whole) => {
          bar.max = whole;
          bar.value = done;
          // A screen reader is told ten times, not a thousand.
          const tenth = Math.min(9, Math.floor((10 * done) / whole)) * 10;
          if (tenth !== said) message.textContent = word("loading", { percent: (said = tenth) });
        },
        controller.signal,
      );
    } catch (error) {
      work = null;
      if (controller.signal.aborted) await state(true);
      else show(explain(error), { retry: word("retry"), forget: true }, true);
      return;
    }
    work = null;
    await state(true);
  }

  const actions = {
    keep,
    update: keep,
    resume: keep,
    retry: () => (offer ? keep() : state(true)),
    cancel: () => work?.abort(),
    async forget() {
      try {
        await copy.forget();
      } catch (error) {
        show(explain(error), { forget: true }, true);
        return;
      }
      offer = null;
      show(word("forgotten"), { retry: word("again") }, true);
    },
  };
  box.addEventListener("click", ({ target }) => actions[target.closest("[data-do]")?.dataset.do]?.());
  choices.addEventListener("change", () => show(message.textContent, { keep: label() }));

  try {
    if (!self.isSecureContext) show(word("insecure"), {});
    else if (!navigator.serviceWorker || !self.caches || !navigator.locks) show(word("unsupported"), {});
    else await state();
  } catch (error) {
    // Some browsers refuse even the question.
    show(`${word("refused")} (${error.message})`, {});
  }
}
