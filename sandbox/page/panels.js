// What lies around the messages: the start screen, the command menu, the reply keyboard.

import { element, redraw } from "./bubble.js";

const byId = (id) => document.getElementById(id);
const menu = byId("menu");
const menuButton = byId("menu-button");

export function closeMenu() {
  menu.hidden = true;
  menuButton.setAttribute("aria-expanded", "false");
}

export function showStart(list, description, say) {
  list.append(
    element(
      "div",
      { className: "start" },
      element("strong", { textContent: "What can this bot do?" }),
      element("p", { textContent: description || "Say something, or send it a file." }),
      element("button", { type: "button", className: "key", textContent: "START", onclick: () => say("/start") }),
    ),
  );
}

export function showMenu(commands, say) {
  menuButton.hidden = commands.length === 0;
  redraw(menu, commands, () =>
    commands.map(({ command, description }) =>
      element(
        "button",
        { type: "button", onclick: () => (closeMenu(), say(`/${command}`)) },
        element("b", { textContent: `/${command}` }),
        element("span", { textContent: description }),
      ),
    ),
  );
}

function replyKey({ text }, say) {
  return element("button", { type: "button", className: "key", textContent: text, onclick: () => say(text) });
}

export function showReplyKeyboard(markup, say) {
  const node = byId("reply-keyboard");
  node.hidden = !markup;
  redraw(node, markup, () =>
    (markup?.keyboard ?? []).map((row) => element("div", { className: "row" }, ...row.map((key) => replyKey(key, say)))),
  );
}

menuButton.onclick = () => {
  menu.hidden = !menu.hidden;
  menuButton.setAttribute("aria-expanded", String(!menu.hidden));
  if (!menu.hidden) menu.querySelector("button")?.focus();
};
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || menu.hidden) return;
  closeMenu();
  menuButton.focus();
});
