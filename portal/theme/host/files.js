// Every file of the copy against the signed lists: missing, too many, of another size, altered.

import { sha256File } from "./hash.js";
import { breathe } from "./pause.js";

// Outside the lists: what they carry themselves, and what a host writes; keys.js and local.js look at it.
const UNSIGNED = /^(edition\/(edition\.json|MANIFEST\.txt|MANIFEST-compresse\.txt|signataires|signatures\/.+|cles\/.+)|local\/.+)$/;
const COMPRESSED = /\.(br|gz)$/;
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
  let done = 0;
  for (const [path, hash, file] of files) {
    progress(done, all);
    await breathe();
    try {
      if ((await sha256File(file)) !== hash) faults.push(found("altered", path, "N’est plus le fichier signé : son contenu a changé."));
    } catch {
      faults.push(found("altered", path, "Ne peut pas être lu : le fichier est abîmé."));
    }
    done += file.size;
  }
  progress(all, all);
  return faults;
}
