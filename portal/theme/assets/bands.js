// Turns dates into the answers of dated questions, exactly as checker/engine/bands.py. Dates are "YYYY-MM-DD".

/** The name of the day that is examined, among the dates. */
export const TODAY = "aujourd_hui";

/** `iso` moved by whole months, then days; a month that lacks the day ends on its last day. */
export function shift(iso, [months, days]) {
  const [year, month, day] = iso.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const moved = new Date(Date.UTC(year, month - 1 + months, Math.min(day, last) + days));
  return moved.toISOString().slice(0, 10);
}

/** The option that `dates` give to a dated question, or null when one of its two dates is not known. */
export function band({ reference, measured, bands }, dates) {
  if (!dates[reference] || !dates[measured]) return null;
  const found = bands.find(([, until]) => until === null || dates[measured] <= shift(dates[reference], until));
  return found[0];
}

/** {question: option}: `answers` without "?", those of dated questions replaced by what `dates` say. */
export function settled(dated, answers, dates) {
  const known = Object.fromEntries(Object.entries(answers).filter(([, option]) => option !== "?"));
  for (const [question, rule] of Object.entries(dated)) {
    const option = band(rule, dates);
    if (option) known[question] = option;
  }
  return known;
}
