// The page that writes mirror.yml and local/ for those who have no Python.

import { put, typed } from "./answers.js";
import { brandedFiles, dropped } from "./branding.js";
import { darker, readable } from "./colour.js";
import { at, carried, el, spaced } from "./dom.js";
import { forget, saving } from "./downloads.js";
import { showFaults } from "./faults.js";
import { missing, read } from "./fields.js";
import { LOGO_LONGEST, logoSuffix } from "./kinds.js";
import { decode } from "./text.js";
import { mirrorYaml } from "./yaml.js";
import { zip } from "./zip-write.js";

const { fields, templates } = carried();
const models = new Map(Object.entries(templates));
const form = at("formulaire");
const picture = at("champ-logo");
const colour = at("champ-couleur");
const TYPES = { css: "text/css", html: "text/html", json: "application/json", png: "image/png", txt: "text/plain", webp: "image/webp" };

/** {name, bytes} of the picture, with the sentence of its fault or "". */
async function logo() {
  const [file] = picture.files;
  if (!file) return { name: "", bytes: null, fault: "" };
  if (file.size > LOGO_LONGEST) return { name: "", bytes: null, fault: `pèse ${file.size} octets. Réduisez l’image à ${LOGO_LONGEST} au plus.` };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const suffix = logoSuffix(bytes);
  return suffix ? { name: `logo${suffix}`, bytes, fault: "" } : { name: "", bytes: null, fault: "n’est pas une image PNG ou WebP. Enregistrez-la dans un de ces formats." };
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  clearFiles();
  const { name, bytes, fault } = await logo();
  const { values, faults } = read(fields, typed(form, fields, name));
  const empty = missing(fields, values).filter((field) => !faults.some(([one]) => one === field));
  const all = [...faults, ...(fault ? [["logo", fault]] : []), ...empty.map((field) => [field, "manque. Écrivez-le."])];
  const rank = fields.map((field) => field.name);
  all.sort(([a], [b]) => rank.indexOf(a) - rank.indexOf(b));
  showFaults(fields, all);
  if (!all.length) await offer(values, bytes);
});

async function offer(values, bytes) {
  const yaml = saving("mirror.yml", "text/yaml", [mirrorYaml(fields, values)], "Enregistrer mirror.yml", "button");
  const list = el("ul", { class: "files" }, el("li", {}, yaml));
  const lost = dropped(models, values);
  let note = "Ouvrez local.zip, et déposez le dossier « local » dans la copie, à la place de celui qui s’y trouve.";
  if (lost.length) {
    note = "Retirer des langues change beaucoup de fichiers : seule la commande « mirror » sait le faire, avec mirror.yml. Pour avoir ici le dossier « local », gardez toutes les langues.";
  } else {
    const made = await brandedFiles(fields, models, values, bytes, []).catch(() => null);
    if (!made) {
      broken();
      return;
    }
    list.append(el("li", {}, saving("local.zip", "application/zip", zip(made), "Enregistrer local.zip", "button")));
    list.append(el("li", {}, el("details", {}, el("summary", {}, "Un par un"), el("ul", {}, [...made].map(one)))));
  }
  if (bytes && lost.length) list.append(el("li", {}, saving(values.logo, "image/png", [bytes], `Enregistrer ${values.logo}`, "button")));
  at("fichiers").replaceChildren(el("h2", { id: "prets", tabindex: "-1" }, "Vos fichiers sont prêts"), list, el("p", {}, note), el("p", {}, "À l’édition suivante, revenez ici reprendre le fichier local/miroir.json de votre copie."));
  at("prets").focus();
}

function broken() {
  const said = "Les modèles de cette édition sont fautifs : rien n’a pu être préparé. Dites-le à ceux qui la publient.";
  at("fichiers").replaceChildren(el("p", { id: "prets", class: "callout danger", tabindex: "-1" }, said));
  at("prets").focus();
}

const one = ([path, bytes]) => el("li", {}, saving(path.split("/").at(-1), TYPES[path.split(".").at(-1)] ?? "", [bytes], path));

function clearFiles() {
  forget();
  at("fichiers").replaceChildren();
}

function showColour() {
  const value = colour.value.trim().toLowerCase();
  const known = /^#[0-9a-f]{6}$/.test(value);
  const swatch = at("apercu");
  swatch.hidden = !known;
  if (!known) return;
  const shown = readable(value) ? value : darker(value);
  swatch.style.backgroundColor = shown;
  at("apercu-texte").textContent = spaced(readable(value) ? `Texte blanc sur ${value}` : `Trop clair : ${shown} irait`);
  at("prendre").hidden = readable(value);
}

colour.addEventListener("input", showColour);
at("prendre").addEventListener("click", () => {
  colour.value = darker(colour.value.trim().toLowerCase());
  showColour();
  colour.focus();
});

/** Takes up again what this page wrote for another edition. */
at("reprendre").addEventListener("change", async ({ target }) => {
  const [file] = target.files;
  if (!file) return;
  try {
    const { values, faults } = read(fields, JSON.parse(decode(new Uint8Array(await file.arrayBuffer()))));
    put(form, fields, values);
    showColour();
    showFaults(fields, faults);
    at("reprise").textContent = spaced(values.logo ? "Repris. Choisissez à nouveau le logo." : "Repris.");
  } catch {
    at("reprise").textContent = spaced("Ce n’est pas le fichier local/miroir.json d’une copie.");
  }
});

function wipe() {
  form.reset();
  at("reprendre").value = "";
  at("reprise").textContent = "";
  clearFiles();
  showColour();
  showFaults(fields, []);
}

at("effacer").addEventListener("click", () => {
  wipe();
  at("formulaire").querySelector("input").focus();
});
// A browser may keep the page in memory, and show it again to somebody else.
window.addEventListener("pagehide", wipe);
form.hidden = false;
