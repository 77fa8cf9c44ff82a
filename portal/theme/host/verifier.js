// The page that checks a copy: what is given to it, what it says. Nothing leaves the computer.

import { examine } from "./check.js";
import { at, carried, el, spaced } from "./dom.js";
import { fromDrop, fromInput } from "./folder.js";
import { Place, Unreadable } from "./place.js";
import { report } from "./report.js";
import { count, day } from "./text.js";
import { readZip } from "./zip.js";

const { trusted, fields } = carried();
// Each examination has its number: one that is given up must not speak any more.
let current = 0;

const today = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
};

class GivenUp extends Error {}

function showProgress(done, all) {
  at("avance").max = all || 1;
  at("avance").value = done;
  at("avance-texte").textContent = spaced(`${count(Math.floor(done / 1e6))} Mo lus sur ${count(Math.ceil(all / 1e6))}`);
}

/** Checks what `open()` gives, {entries, faults}, and shows what was found. */
async function run(name, open) {
  const own = (current += 1);
  at("resultat").replaceChildren();
  at("travail").hidden = false;
  at("travail-nom").textContent = name;
  showProgress(0, 0);
  const options = { trusted, fields, today: today(), newest: Number(at("edition-connue").value) || 0 };
  try {
    const { entries, faults } = await open();
    const found = await examine(new Place(entries, faults), options, (done, all) => {
      if (own !== current) throw new GivenUp();
      showProgress(done, all);
    });
    if (own === current) finish(report(name, found));
  } catch (error) {
    if (own !== current) return;
    finish(failure(name, error));
  }
}

function failure(name, error) {
  const known = error instanceof Unreadable;
  const reason = known ? error.message : "Le navigateur n’a pas pu lire ces fichiers. S’il s’agit d’un dossier déposé, choisissez-le plutôt par le bouton.";
  return [
    el("h2", { id: "verdict", tabindex: "-1" }, "Rien n’a pu être vérifié"),
    el("div", { class: "callout danger" }, el("p", {}, `« ${name} » : ${reason}`), known ? null : el("p", { class: "small" }, String(error))),
  ];
}

function finish(nodes) {
  at("travail").hidden = true;
  at("resultat").replaceChildren(...nodes);
  at("verdict").focus();
}

function chosen(input, open) {
  input.addEventListener("change", () => {
    const files = [...input.files];
    // The same folder can be chosen again, once mended.
    input.value = "";
    if (files.length) run(...open(files));
  });
}

chosen(at("zip"), ([file]) => [file.name, () => readZip(file)]);
// The attribute is in no standard of HTML, and every browser knows it.
at("dossier").webkitdirectory = true;
chosen(at("dossier"), (files) => [files[0].webkitRelativePath.split("/")[0] || "dossier", async () => ({ entries: fromInput(files), faults: [] })]);

const area = document.documentElement;
for (const name of ["dragenter", "dragover"]) {
  area.addEventListener(name, (event) => {
    event.preventDefault();
    at("depot").classList.add("over");
  });
}
area.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) at("depot").classList.remove("over");
});
area.addEventListener("drop", (event) => {
  event.preventDefault();
  at("depot").classList.remove("over");
  const [file] = event.dataTransfer.files;
  if (!file) return;
  if (/\.zip$/i.test(file.name)) run(file.name, () => readZip(file));
  else {
    const dropped = fromDrop([...event.dataTransfer.items]);
    run(file.name, async () => ({ entries: await dropped, faults: [] }));
  }
});
at("arreter").addEventListener("click", () => {
  current += 1;
  finish([el("h2", { id: "verdict", tabindex: "-1" }, "Vérification arrêtée"), el("p", {}, "Rien n’a été conclu.")]);
});
at("jour").textContent = day(today());
at("outil").hidden = false;
