// Toast, alert, and the two forms: a new person, and files before they are sent.

import { element, sizeText } from "./bubble.js";

const byId = (id) => document.getElementById(id);
const MOST_FILES = 10;
let toastTimer = 0;

export function toast(text) {
  const node = byId("toast");
  node.textContent = text;
  node.hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => (node.hidden = true), 3500);
}

export function showAlert(text) {
  byId("alert-text").textContent = text;
  byId("alert").showModal();
}

function ask(dialog, form) {
  form.reset();
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener(
      "close",
      () => resolve(dialog.returnValue === "ok" ? new FormData(form) : null),
      { once: true },
    );
  });
}

export async function askPerson() {
  const values = await ask(byId("person-dialog"), byId("person-form"));
  if (values === null) return null;
  return { first_name: values.get("first_name").trim() || undefined, language: values.get("language") };
}

export async function askFiles(files) {
  const chosen = [...files].slice(0, MOST_FILES);
  byId("file-title").textContent = chosen.length > 1 ? `Send ${chosen.length} files` : "Send a file";
  byId("file-list").replaceChildren(
    ...chosen.map((file) =>
      element(
        "li",
        {},
        element("span", { textContent: file.name }),
        element("small", { textContent: sizeText(file.size) }),
      ),
    ),
  );
  byId("photo-choice").hidden = !chosen.every((file) => /^image\/(png|jpeg|gif)$/.test(file.type));
  const values = await ask(byId("file-dialog"), byId("file-form"));
  if (values === null) return null;
  return { files: chosen, caption: values.get("caption"), asPhoto: values.has("as_photo") };
}

for (const button of document.querySelectorAll("[data-close]")) {
  button.onclick = () => button.closest("dialog").close("");
}
