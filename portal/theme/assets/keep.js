// "Garder sur ce téléphone": shows the block, and fetches the rest when it is opened or when a copy is there already.

const box = document.getElementById("garder");
const scope = new URL(box.dataset.root, location.href).href;
let started = null;
const start = () => (started ??= import("./keep-view.js").then(({ run }) => run(box, scope), failed));

// Without network the block says so, and tries again when it is opened again.
function failed() {
  started = null;
  box.querySelector(".keep-state").textContent = box.querySelector("template").content.querySelector("[data-mot=network]").textContent;
}

box.addEventListener("toggle", () => box.open && start());
box.hidden = false;
if (location.hash === "#garder") box.open = true;
// A copy, even interrupted, has its service worker. Some browsers refuse even the question, in a private window.
const worker = await navigator.serviceWorker?.getRegistration(scope).catch(() => null);
// A site around ours may have its own.
if (worker?.scope === scope) await start();
