// mirror.yml from what was typed: YAML that says the same to every reader, because texts are written as in JSON.

const GROUP = "local";

/** The text of mirror.yml. `values` as `read` of fields.js gives them; what is empty is left as a comment. */
export function mirrorYaml(fields, values) {
  const lines = ["# Ce que l’hébergeur de cette copie dit de lui-même. Fait par hebergeur/formulaire.html."];
  const desk = fields.filter(({ name }) => name.startsWith(`${GROUP}.`));
  for (const field of fields) if (!desk.includes(field)) lines.push(...entry(field, values[field.name], ""));
  const filled = desk.some(({ name }) => values[name]);
  if (filled) lines.push("# La permanence près d’ici.", `${GROUP}:`);
  for (const field of filled ? desk : []) lines.push(...entry(field, values[field.name], "  "));
  return `${lines.join("\n")}\n`;
}

function entry({ name, kind, label }, value, indent) {
  const key = name.split(".").at(-1);
  if (!value.length) return [`${indent}# ${key}: (${label} : rien)`];
  return [`${indent}${key}: ${kind === "date" ? value : kind === "languages" ? list(value) : JSON.stringify(value)}`];
}

// "no" without quotes is not a text, in YAML.
const list = (codes) => `[${codes.map((code) => JSON.stringify(code)).join(", ")}]`;
