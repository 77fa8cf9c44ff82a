// Lets the browser draw and listen between two slices of work, so that a slow computer never seems frozen.

const SLICE = 40; // milliseconds

let since = 0;

/** Waits for the browser when the current slice has lasted long enough; to be called as often as one likes. */
export async function breathe() {
  if (performance.now() - since < SLICE) return;
  await new Promise((resolve) => setTimeout(resolve));
  since = performance.now();
}
