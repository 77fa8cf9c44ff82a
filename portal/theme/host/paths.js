// Which paths a copy may hold: those that every system reads alike, and that stay inside the copy.

// Windows keeps these names for itself.
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** What is wrong with `path`, in a French sentence; "" when nothing is. */
export function pathFault(path) {
  if (!path || path.startsWith("/") || /^[A-Za-z]:/.test(path)) return "Chemin qui part de la racine du disque.";
  if (path.includes("\\") || /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/.test(path)) return "Chemin qui contient un signe interdit ou invisible.";
  const parts = path.split("/");
  if (parts.some((part) => part === "..")) return "Chemin qui sort du dossier de la copie.";
  if (parts.some((part) => !part || part === ".")) return "Chemin mal écrit.";
  if (path.normalize("NFC") !== path || parts.some((part) => /^ |[ .]$/.test(part) || /[<>:"|?*]/.test(part) || RESERVED.test(part))) return "Nom que certains ordinateurs lisent autrement.";
  return "";
}
