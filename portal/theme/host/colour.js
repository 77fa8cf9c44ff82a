// Can white text be read on a colour? As portal/verify/colour.py.

const LEAST = 4.5;

const linear = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
const parts = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

/** The contrast of white text on `colour` ("#rrggbb"): 1 (white) to 21 (black). */
export function contrastWithWhite(colour) {
  const [red, green, blue] = parts(colour).map(linear);
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

export const readable = (colour) => contrastWithWhite(colour) >= LEAST;

/** The lightest colour of the same hue on which white text can be read. */
export function darker(colour) {
  for (let share = 255; ; share -= 1) {
    const made = `#${parts(colour).map((part) => Math.floor((part * share) / 255).toString(16).padStart(2, "0")).join("")}`;
    if (readable(made)) return made;
  }
}
