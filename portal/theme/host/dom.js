// Makes elements. Text enters as text, never as HTML, with French spacing.

export const spaced = (text) => text.replace(/ (?=[;:!?»])/g, "\u00a0").replace(/« /g, "«\u00a0");

/** An element with attributes and children; strings become text nodes, null children are left out. */
export function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) node.setAttribute(name, value);
  for (const child of children.flat(2)) if (child != null) node.append(typeof child === "string" ? spaced(child) : child);
  return node;
}

export const at = (id) => document.getElementById(id);

/** The data that the page carries, written there when the site was built. */
export const carried = () => JSON.parse(at("donnees").content.textContent);
