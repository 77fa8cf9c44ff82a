// Everything that comes once the reader starts: one import, so that nothing is requested after Python is ready.

export { Graphs } from "./graph.js";
export { pageOf } from "./continue.js";
export { render, summary } from "./results.js";
export { Engine } from "./worker-client.js";
export * as carry from "./carry.js";
export * as takeaway from "./takeaway.js";

/** The text of a file of this site. */
export async function text(address) {
  const response = await fetch(address, { cache: "no-cache" });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.text();
}
