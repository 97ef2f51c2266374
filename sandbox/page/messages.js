// The list of messages: draws what is new or changed, keeps focus and the place at the end.

import { bubble } from "./bubble.js";

const list = document.getElementById("messages");
const shown = new Map(); // first message id -> { json, node }
let isAtEnd = true;

export function scrollToEnd() {
  list.scrollTop = list.scrollHeight;
}

list.onscroll = () => {
  isAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
};
// A picture takes its place only when it has come; "load" does not bubble.
list.addEventListener("load", () => isAtEnd && scrollToEnd(), true);

export function clearMessages() {
  shown.clear();
  list.replaceChildren();
}

// Neighbours with one media_group_id are one album.
function albums(messages) {
  const groups = [];
  for (const message of messages) {
    const last = groups.at(-1);
    const album = message.media_group_id;
    if (album && last?.[0].media_group_id === album) last.push(message);
    else groups.push([message]);
  }
  return groups;
}

// Returns whether there are none.
export function showMessages(messages, isGroup, actions) {
  const alive = messages.filter((message) => !message.is_deleted);
  const groups = albums(alive);
  const ids = new Set(groups.map(([first]) => first.message_id));
  for (const [id, { node }] of shown) {
    if (ids.has(id)) continue;
    node.remove();
    shown.delete(id);
  }
  list.querySelector(".start")?.remove();
  let hasNew = false;
  for (const group of groups) hasNew = showGroup(group, messages, isGroup, actions) || hasNew;
  if (isAtEnd || hasNew) scrollToEnd();
  return alive.length === 0;
}

function showGroup(group, messages, isGroup, actions) {
  const [first] = group;
  const replied = messages.find((other) => other.message_id === first.reply_to_message_id);
  const json = JSON.stringify([group, replied?.text, actions.at()]);
  const before = shown.get(first.message_id);
  if (before?.json === json) return false;
  const node = bubble(group, replied, isGroup, actions);
  if (before) keepFocus(before.node, () => before.node.replaceWith(node), node);
  else list.append(node);
  shown.set(first.message_id, { json, node });
  return !before;
}

// An edit replaces the message's DOM; the key that was focused keeps the keyboard's place.
function keepFocus(old, replace, fresh) {
  const index = [...old.querySelectorAll(".key")].indexOf(document.activeElement);
  replace();
  if (index >= 0) [...fresh.querySelectorAll(".key")][index]?.focus();
}
