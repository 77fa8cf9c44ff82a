// Every file of the copy against the signed lists: missing, too many, of another size, altered.

import { sha256File } from "./hash.js";
import { breathe } from "./pause.js";

// Outside the lists: what they carry themselves, and what a host writes; keys.js and local.js look at it.
const UNSIGNED = /^(edition\/(edition\.json|MANIFEST\.txt|MANIFEST-compresse\.txt|signataires|signatures\/.+|cles\/.+)|local\/.+)$/;
const COMPRESSED = /\.(br|gz)$/;
// Browsers take time to open a file, more than to read it.
const AT_ONCE = 4;
// Settings of a server, allowed at the top when they are those of the kit.
const KITS = new Map([[".htaccess", "hebergeur/htaccess.txt"], ["_headers", "hebergeur/_headers"]]);

const found = (code, path, message) => ({ level: "error", code, path, message });

/** Findings. `listed` and `beside`: path → SHA-256 of the files and of their compressed copies; `sizes`: path → bytes;
 * `replaced(path)`: whether the host may have replaced or removed this file (checked elsewhere); `progress(done, all)`
 * in bytes. */
export async function compareFiles(place, { listed, beside, sizes, replaced }, progress) {
  const faults = [];
  const toRead = [];
  for (const [path, hash] of [...listed, ...beside]) {
    if (replaced(path)) continue;
    const file = place.files.get(path);
    if (file && file.size === sizes.get(path)) toRead.push([path, hash, file]);
    else if (file) faults.push(found("altered", path, "N’est plus le fichier signé : sa taille a changé."));
    else if (listed.has(path)) faults.push(found("missing", path, "Manque."));
  }
  for (const [path, file] of place.files) {
    if (listed.has(path) || beside.has(path) || UNSIGNED.test(path)) continue;
    const kit = listed.get(KITS.get(path));
    if (kit) toRead.push([path, kit, file]);
    else faults.push(found("extra", path, COMPRESSED.test(path) ? "Copie compressée en trop : un serveur l’enverrait à la place de la vraie page." : "Fichier en trop : il n’est pas dans l’édition signée."));
  }
  return [...faults, ...(await read(toRead, progress))];
}

async function read(files, progress) {
  const faults = [];
  const all = files.reduce((sum, [, , file]) => sum + file.size, 0);
  const waiting = files.values();
  let done = 0;
  const worker = async () => {
    for (const [path, hash, file] of waiting) {
      progress(done, all);
      await breathe();
      const fault = await altered(path, hash, file);
      if (fault) faults.push(fault);
      done += file.size;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  progress(all, all);
  return faults;
}

async function altered(path, hash, file) {
  try {
    return (await sha256File(file)) === hash ? null : found("altered", path, "N’est plus le fichier signé : son contenu a changé.");
  } catch {
    return found("altered", path, "Ne peut pas être lu : le fichier est abîmé.");
  }
}
