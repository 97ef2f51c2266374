// Toast, alert, and the forms: a new person or group, files, what to do with a message.

import { element, sizeText } from "./bubble.js";
import { chatName } from "./people.js";

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

export async function askGroup(people) {
  byId("group-people").replaceChildren(
    ...people.map((person) =>
      element(
        "label",
        { className: "check" },
        element("input", { type: "checkbox", name: "people", value: person.chat_id, checked: true }),
        element("span", { textContent: person.first_name }),
      ),
    ),
  );
  const values = await ask(byId("group-dialog"), byId("group-form"));
  if (values === null) return null;
  return { title: values.get("title").trim() || "Group", people: values.getAll("people").map(Number) };
}

// "reply", "forward", "copy" or "".
export function askMore(message) {
  const dialog = byId("more-dialog");
  byId("more-copy").hidden = !message.text;
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue), { once: true });
  });
}

export async function askForward(chats) {
  const dialog = byId("forward-dialog");
  byId("forward-list").replaceChildren(
    ...chats.map((chat) => element("button", { value: String(chat.chat_id), textContent: chatName(chat) })),
  );
  dialog.returnValue = "";
  dialog.showModal();
  await new Promise((resolve) => dialog.addEventListener("close", resolve, { once: true }));
  return chats.find((chat) => String(chat.chat_id) === dialog.returnValue) ?? null;
}

for (const button of document.querySelectorAll("[data-close]")) {
  button.onclick = () => button.closest("dialog").close("");
}
