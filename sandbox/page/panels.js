// What lies around the messages: the start screen, the command menu, the reply keyboard, who
// speaks in a group, and the bar of a person who blocked the bot.

import { element, redraw } from "./bubble.js";

const byId = (id) => document.getElementById(id);
const menu = byId("menu");
const menuButton = byId("menu-button");

export function closeMenu() {
  menu.hidden = true;
  menuButton.setAttribute("aria-expanded", "false");
}

export function showStart(list, description, start) {
  list.append(
    element(
      "div",
      { className: "start" },
      element("strong", { textContent: "What can this bot do?" }),
      element("p", { textContent: description || "Say something, or send it a file." }),
      element("button", { type: "button", className: "key", textContent: "START", onclick: start }),
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

export function showMembers(group, userId, beMember) {
  const select = byId("member");
  select.hidden = group === null;
  redraw(select, [group?.members, userId], () =>
    (group?.members ?? []).map((person) =>
      element("option", {
        value: person.user_id,
        textContent: person.first_name,
        selected: person.user_id === userId,
      }),
    ),
  );
  select.onchange = () => beMember(Number(select.value));
}

export function showBlock(person, setBlocked, restart) {
  const hasBlocked = person?.has_blocked_bot ?? false;
  byId("composer").hidden = hasBlocked;
  byId("blocked").hidden = !hasBlocked;
  byId("restart").onclick = restart;
  const block = byId("block");
  block.hidden = person === null;
  block.textContent = hasBlocked ? "⊘" : "⊖";
  block.title = hasBlocked ? "Unblock the bot" : "Block the bot";
  block.onclick = () => setBlocked(!hasBlocked);
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
