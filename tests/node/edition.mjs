// For each file named on the command line, the first edition of ECMAScript in which it can be read; JSON by name.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parse } from "acorn";

const LATEST = 2026;

/** Whether `text` is a script or a module of the edition `ecmaVersion`. */
function readable(text, ecmaVersion) {
  return ["script", "module"].some((sourceType) => {
    try {
      parse(text, { ecmaVersion, sourceType });
      return true;
    } catch {
      return false;
    }
  });
}

function edition(file) {
  const text = readFileSync(file, "utf8");
  for (let year = 2015; year <= LATEST; year += 1) if (readable(text, year)) return year;
  throw new Error(`${file}: no edition up to ${LATEST} reads it`);
}

process.stdout.write(JSON.stringify(Object.fromEntries(process.argv.slice(2).map((file) => [basename(file), edition(file)]))));
