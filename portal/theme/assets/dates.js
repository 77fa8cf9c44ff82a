// Dates typed as three fields, always as "YYYY-MM-DD" outside this file.

const two = (number) => String(number).padStart(2, "0");

/** Today in the reader's own time zone. */
export function today(now = new Date()) {
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Three texts → {iso} when they make a date, {empty: true}, {partial: true} or {wrong: true}. */
export function read(day, month, year) {
  const texts = [day, month, year].map((text) => text.trim());
  if (texts.every((text) => text === "")) return { empty: true };
  if (texts.some((text) => text === "")) return { partial: true };
  if (!texts.every((text) => /^\d+$/.test(text)) || texts[2].length !== 4) return { wrong: true };
  const [d, m, y] = texts.map(Number);
  const date = new Date(Date.UTC(y, m - 1, d));
  // Date turns 31 February into March: only a date that comes back unchanged exists.
  const real = date.getUTCFullYear() === y && date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
  return real ? { iso: `${y}-${two(m)}-${two(d)}` } : { wrong: true };
}

/** The locale of a language with the digits and the calendar of French papers. */
export const western = (lang) => `${lang}-u-ca-gregory-nu-latn`;

/** "2026-11-05" in the words that the browser has for a language. */
export function words(iso, lang) {
  return new Intl.DateTimeFormat(western(lang), { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${iso}T00:00:00Z`));
}
