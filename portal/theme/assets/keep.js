// "Garder sur ce téléphone": shows the block, and fetches the rest when it is opened or when a copy is there already.

// Not a part of the first view.
await import("./kept-store.js");
const box = document.getElementById("garder");
const scope = new URL(box.dataset.root, location.href).href;
let started = null;
const start = () => (started ??= import("./keep-view.js").then(({ run }) => run(box, scope)));

box.addEventListener("toggle", () => box.open && start());
box.hidden = false;
if (location.hash === "#garder") box.open = true;
// Some browsers refuse even the question, in a private window.
const kept = await self.caches?.has(self.keptStore(scope).name).catch(() => false);
if (kept) await start();
