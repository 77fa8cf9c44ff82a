// What was found, in words: first the answer, then what it rests on, then every fault.

import { el } from "./dom.js";
import { count, day, many } from "./text.js";

// More lines would help nobody, and would slow the page.
const SHOWN = 50;
const TITLES = {
  signature: "Signatures",
  keys: "Clés",
  path: "Noms dangereux",
  twice: "Noms en double",
  link: "Liens",
  bomb: "Archive piégée",
  altered: "Fichiers altérés",
  missing: "Fichiers manquants",
  extra: "Fichiers en trop",
  local: "Ce que l’hébergeur écrit de lui-même",
  left: "Fichiers laissés par un système",
};

/** The nodes that say what `examine` found in the copy `name`. */
export function report(name, { statement, signers, findings }) {
  const wrong = findings.filter(({ level }) => level === "error");
  const old = findings.filter(({ level }) => level === "late");
  const other = findings.filter(({ level }) => level === "warning");
  return [
    el("h2", { id: "verdict", tabindex: "-1" }, title(wrong, old)),
    el("div", { class: `callout ${wrong.length ? "danger" : old.length ? "warning" : "tip"}` }, answer(statement, signers, wrong, old)),
    ...groups(wrong),
    ...groups(other),
    el("p", { class: "small" }, `Examiné : « ${name} ».`),
  ];
}

const title = (wrong, old) => (wrong.length ? "Cette copie n’est pas conforme" : old.length ? "Aucune différence, mais édition ancienne" : "Aucune différence trouvée");

function answer(statement, signers, wrong, old) {
  if (wrong.length) return [el("p", {}, `${many(wrong.length, "anomalie")}. Ne diffusez pas cette copie : prenez l’archive sur le site de référence, et comparez à nouveau.`), ...old.map(line)];
  const { edition, date, files, expires } = statement;
  return [
    el("p", {}, `Aucune différence trouvée avec l’édition ${edition} du ${day(date)}, signée par ${listed(signers)}. ${many(files, "fichier comparé", "fichiers comparés")}.`),
    ...(old.length ? old.map(line) : [el("p", {}, `Bonne jusqu’au ${day(expires)}, d’après la date de cet appareil.`)]),
  ];
}

const line = ({ message }) => el("p", {}, el("strong", {}, message));

function listed(signers) {
  const names = signers.map(({ id, role }) => (role ? `${id} (${role})` : id));
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} et ${names.at(-1)}` : names[0];
}

/** One list for each kind of finding. */
function groups(findings) {
  const codes = [...new Set(findings.map(({ code }) => code))];
  return codes.map((code) => {
    const own = findings.filter((finding) => finding.code === code);
    const rest = own.length - SHOWN;
    return el(
      "section",
      {},
      el("h3", {}, `${TITLES[code] ?? "Anomalies"} (${count(own.length)})`),
      el("ul", { class: "findings" }, own.slice(0, SHOWN).map(({ path, message }) => el("li", {}, path ? el("code", {}, path) : null, path ? " " : null, message))),
      rest > 0 ? el("p", {}, `… et ${many(rest, "autre")}.`) : null,
    );
  });
}
