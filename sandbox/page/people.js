// The list of people and groups at the left (a drawer on a phone).

import { element, redraw } from "./bubble.js";

const COLOURS = 6;

export const chatName = (chat) => chat.group?.title ?? chat.first_name;

function lastWords(chat) {
  const last = chat.last_message;
  if (!last) return "no messages yet";
  const words = last.service || last.text || (last.file ? last.file.name : "");
  const who = chat.group ? `${last.sender_name}: ` : "You: ";
  return `${last.from_bot || last.service ? "" : who}${words.split("\n")[0]}`;
}

function note(chat) {
  if (chat.group) return `${chat.group.members.length} people`;
  return chat.has_blocked_bot ? "blocked" : chat.language;
}

function line(chat, isCurrent, choose) {
  const button = element(
    "button",
    { type: "button", className: "person", onclick: () => choose(chat) },
    element("span", {
      className: `avatar colour-${Math.abs(chat.chat_id) % COLOURS}`,
      ariaHidden: "true",
      textContent: [...chatName(chat)][0].toUpperCase(),
    }),
    element(
      "span",
      { className: "about" },
      element(
        "span",
        { className: "name" },
        element("span", { textContent: chatName(chat) }),
        element("small", { textContent: note(chat) }),
      ),
      element("span", { className: "last", textContent: lastWords(chat) }),
    ),
  );
  if (isCurrent) button.setAttribute("aria-current", "true");
  return element("li", {}, button);
}

export function showPeople(chats, currentId, choose) {
  redraw(document.getElementById("people"), [chats, currentId], () =>
    chats.map((chat) => line(chat, chat.chat_id === currentId, choose)),
  );
}
