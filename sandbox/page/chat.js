// The page's one place of state: who is chosen, what is shown, and the loop of events.

import * as api from "./api.js";
import { bubble } from "./bubble.js";
import { askFiles, askPerson, showAlert, toast } from "./dialogs.js";
import { closeMenu, showMenu, showReplyKeyboard, showStart } from "./panels.js";
import { showPeople } from "./people.js";

const byId = (id) => document.getElementById(id);
const app = byId("app");
const list = byId("messages");
const input = byId("text");
const status = byId("status");
const TYPING_MS = 5000;
const RETRY_MS = 1500;

const shown = new Map(); // message id -> { json, node }
let userId = Number(sessionStorage.getItem("person")) || 1;
let language = "ru";
let lastEvent = 0;
let typingTimer = 0;
let isAtEnd = true;

// --- showing

function scrollToEnd() {
  list.scrollTop = list.scrollHeight;
}

list.onscroll = () => {
  isAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
};
// A picture takes its place only when it has come; "load" does not bubble.
list.addEventListener("load", () => isAtEnd && scrollToEnd(), true);

function showMessages(messages) {
  const alive = messages.filter((message) => !message.is_deleted);
  const ids = new Set(alive.map((message) => message.message_id));
  for (const [id, { node }] of shown) {
    if (ids.has(id)) continue;
    node.remove();
    shown.delete(id);
  }
  let hasNew = false;
  for (const message of alive) hasNew = showMessage(message, messages) || hasNew;
  list.querySelector(".start")?.remove();
  return { hasNew, isEmpty: alive.length === 0 };
}

function showMessage(message, messages) {
  const replied = messages.find((other) => other.message_id === message.reply_to_message_id);
  const json = JSON.stringify([message, replied?.text]);
  const before = shown.get(message.message_id);
  if (before?.json === json) return false;
  const node = bubble(message, replied, { tap, say });
  if (before) keepFocus(before.node, () => before.node.replaceWith(node), node);
  else list.append(node);
  shown.set(message.message_id, { json, node });
  return !before;
}

// An edit replaces the message's DOM; the key that was focused keeps the keyboard's place.
function keepFocus(old, replace, fresh) {
  const index = [...old.querySelectorAll(".key")].indexOf(document.activeElement);
  replace();
  if (index >= 0) [...fresh.querySelectorAll(".key")][index]?.focus();
}

async function refreshChat() {
  const wanted = userId;
  const chat = await api.getChat(wanted, language);
  if (wanted !== userId) return;
  language = chat.person?.language ?? language;
  byId("language").value = language;
  const { hasNew, isEmpty } = showMessages(chat.messages);
  if (isEmpty) showStart(list, chat.description, say);
  showMenu(chat.commands, say);
  showReplyKeyboard(chat.reply_keyboard, say);
  if (isAtEnd || hasNew) scrollToEnd();
}

async function refreshPeople() {
  const state = await api.getState();
  byId("bot-name").textContent = state.bot.first_name;
  showPeople(state.chats, userId, choose);
  return state;
}

function choose(id) {
  userId = id;
  sessionStorage.setItem("person", String(id));
  shown.clear();
  list.replaceChildren();
  setTyping(false);
  app.classList.remove("shows-people");
  refresh();
  input.focus();
}

async function refresh() {
  await guarded(async () => {
    await refreshPeople();
    await refreshChat();
  });
}

function setTyping(isTyping) {
  clearTimeout(typingTimer);
  status.textContent = isTyping ? "typing…" : "bot";
  status.classList.toggle("typing", isTyping);
  if (isTyping) typingTimer = setTimeout(() => setTyping(false), TYPING_MS);
}

// --- doing

async function guarded(work) {
  try {
    return await work();
  } catch (error) {
    toast(error.message);
    return null;
  }
}

const say = (text) => guarded(() => api.sendText(userId, text));

async function tap(message, row, column, key) {
  key.classList.add("waits");
  const answer = await guarded(() => api.tap(userId, message.message_id, row, column));
  key.classList.remove("waits");
  if (!answer?.text) return;
  if (answer.show_alert) showAlert(answer.text);
  else toast(answer.text);
}

async function sendFiles(files) {
  if (!files.length) return;
  const choice = await askFiles(files);
  if (choice === null) return;
  const albumId = choice.files.length > 1 ? String(Date.now()) : "";
  await guarded(async () => {
    for (const [index, file] of choice.files.entries()) {
      const caption = index === 0 ? choice.caption : "";
      await api.sendFile(userId, file, { caption, asPhoto: choice.asPhoto, albumId });
    }
  });
  input.focus();
}

function fitInput() {
  input.style.height = "auto";
  input.style.height = `${Math.min(input.scrollHeight, 160)}px`;
}

byId("composer").onsubmit = async (event) => {
  event.preventDefault();
  const text = input.value;
  if (!text.trim()) return;
  input.value = "";
  fitInput();
  closeMenu();
  if ((await say(text)) === null) input.value = text;
};
input.oninput = fitInput;
input.onkeydown = (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  byId("composer").requestSubmit();
};
input.onpaste = (event) => {
  if (!event.clipboardData.files.length) return;
  event.preventDefault();
  sendFiles(event.clipboardData.files);
};
byId("file").onchange = async (event) => {
  await sendFiles(event.target.files);
  event.target.value = "";
};
byId("back").onclick = () => app.classList.add("shows-people");
byId("language").onchange = (event) => {
  language = event.target.value;
  guarded(() => api.setPerson(userId, { language }));
};
byId("add-person").onclick = async () => {
  const person = await askPerson();
  if (person === null) return;
  const id = Math.floor(Math.random() * 900_000) + 100_000;
  language = person.language;
  if ((await guarded(() => api.setPerson(id, person))) !== null) choose(id);
};

const chat = byId("chat");
chat.ondragover = (event) => {
  event.preventDefault();
  chat.classList.add("drops");
};
chat.ondragleave = (event) => {
  if (!chat.contains(event.relatedTarget)) chat.classList.remove("drops");
};
chat.ondrop = (event) => {
  event.preventDefault();
  chat.classList.remove("drops");
  sendFiles(event.dataTransfer.files);
};

// --- events

async function take(events) {
  const ours = events.filter((event) => event.chat_id === userId);
  if (events.some((event) => event.kind === "reset" || event.kind === "gap")) {
    shown.clear();
    list.replaceChildren();
  }
  for (const event of ours) {
    if (event.kind === "action") setTyping(true);
    else if (event.kind === "message") setTyping(false);
  }
  await refreshPeople();
  await refreshChat();
}

async function follow() {
  let isLost = true;
  for (;;) {
    try {
      if (isLost) {
        const state = await refreshPeople();
        lastEvent = state.last_event;
        await refreshChat();
        isLost = false;
        setTyping(false);
      }
      const { events } = await api.getEvents(lastEvent);
      if (!events.length) continue;
      lastEvent = events.at(-1).number;
      await take(events);
    } catch {
      isLost = true;
      setTyping(false);
      status.textContent = "the sandbox does not answer…";
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

async function begin() {
  const state = await guarded(refreshPeople);
  const known = state?.chats.map((person) => person.user_id) ?? [];
  if (known.length && !known.includes(userId)) choose(known[0]);
  input.focus();
  follow();
}

begin();
