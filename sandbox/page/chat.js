// The page's one place of state: which chat, as whom, what is shown, and the loop of events.

import * as api from "./api.js";
import { focusInput, setReply, startComposer, type } from "./composer.js";
import { askForward, askGroup, askMore, askPerson, showAlert, toast } from "./dialogs.js";
import { clearMessages, showMessages } from "./messages.js";
import { showBlock, showMembers, showMenu, showReplyKeyboard, showStart } from "./panels.js";
import { showPeople } from "./people.js";

const byId = (id) => document.getElementById(id);
const app = byId("app");
const list = byId("messages");
const status = byId("status");
const TYPING_MS = 5000;
const RETRY_MS = 1500;
const ACTIONS = {
  typing: "typing…",
  upload_photo: "sending a photo…",
  upload_document: "sending a file…",
};

let chatId = Number(sessionStorage.getItem("chat")) || 1;
let userId = Number(sessionStorage.getItem("person")) || 1;
let language = "ru";
let bot = { username: "" };
let chats = [];
let payload = new URLSearchParams(location.search).get("start") ?? "";
let lastEvent = 0;
let typingTimer = 0;

const at = () => ({ chatId, userId });

// --- showing

async function refreshChat() {
  const wanted = chatId;
  const chat = await api.getChat(at(), language);
  if (wanted !== chatId) return;
  language = chat.person?.language ?? language;
  byId("language").value = language;
  byId("language").hidden = chat.group !== null;
  byId("bot-name").textContent = chat.group?.title ?? bot.first_name;
  const isEmpty = showMessages(chat.messages, chat.group !== null, actions);
  if (isEmpty && !chat.group) showStart(list, chat.description, () => start(payload));
  showMembers(chat.group, userId, beMember);
  showBlock(chat.person, setBlocked, () => start(""));
  showMenu(chat.commands, say);
  showReplyKeyboard(chat.reply_keyboard, say);
}

async function refreshPeople() {
  const state = await api.getState();
  bot = state.bot;
  chats = state.chats;
  showPeople(chats, chatId, choose);
  return state;
}

function choose(chat) {
  chatId = chat.chat_id;
  userId = chat.group ? (chat.group.members[0]?.user_id ?? 1) : chat.chat_id;
  sessionStorage.setItem("chat", String(chatId));
  sessionStorage.setItem("person", String(userId));
  clearMessages();
  setReply(null);
  setAction(null);
  app.classList.remove("shows-people");
  refresh();
  focusInput();
}

function beMember(id) {
  userId = id;
  sessionStorage.setItem("person", String(id));
  refresh();
}

async function refresh() {
  await guarded(async () => {
    await refreshPeople();
    await refreshChat();
  });
}

function setAction(action) {
  clearTimeout(typingTimer);
  status.textContent = action ? (ACTIONS[action] ?? `${action.replaceAll("_", " ")}…`) : "bot";
  status.classList.toggle("typing", action !== null);
  if (action) typingTimer = setTimeout(() => setAction(null), TYPING_MS);
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

const say = (text) => guarded(() => api.sendText(at(), text));

// START belongs to the chat with the bot, also where a link in a group asks for it.
async function start(words) {
  if (chatId !== userId) choose({ chat_id: userId, group: null });
  payload = "";
  await guarded(() => api.start(at(), words));
}

async function tap(message, row, column, key) {
  key.classList.add("waits");
  const answer = await guarded(() => api.tap(at(), message.message_id, row, column));
  key.classList.remove("waits");
  if (answer?.url) openLink(null, answer.url);
  if (!answer?.text) return;
  if (answer.show_alert) showAlert(answer.text);
  else toast(answer.text);
}

// A link to the bot itself stays here: ?start= presses START with its payload.
function openLink(event, url) {
  const link = new URL(url, location.href);
  const isBot = link.hostname === "t.me" && link.pathname.slice(1) === bot.username;
  if (isBot) {
    event?.preventDefault();
    start(link.searchParams.get("start") ?? "");
  } else if (!event) window.open(url, "_blank", "noopener");
}

async function more(message) {
  const choice = await askMore(message);
  if (choice === "reply") setReply(message);
  if (choice === "copy") copy(message.text);
  if (choice !== "forward") return;
  const target = await askForward(chats);
  if (target === null) return;
  const from = message.chat_id;
  choose(target);
  await guarded(() => api.forward(at(), from, message.message_id));
}

async function copy(text) {
  await guarded(() => navigator.clipboard.writeText(text));
  toast("Copied");
}

const inline = (query) => type(`@${bot.username} ${query}`);
const actions = { at, say, tap, more, copy, inline, open: openLink };

const setBlocked = (hasBlocked) => guarded(() => api.setPerson(userId, { has_blocked_bot: hasBlocked }));

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
  if ((await guarded(() => api.setPerson(id, person))) !== null) choose({ chat_id: id, group: null });
};
byId("add-group").onclick = async () => {
  const people = chats.filter((chat) => !chat.group);
  const group = await askGroup(people);
  if (group === null) return;
  const made = await guarded(() => api.makeGroup(group.title, group.people));
  if (made !== null) choose(made);
};

// --- events

async function take(events) {
  const ours = events.filter((event) => event.chat_id === chatId);
  if (events.some((event) => event.kind === "reset" || event.kind === "gap")) clearMessages();
  for (const event of ours) {
    if (event.kind === "action") setAction(event.action);
    else if (event.kind === "message") setAction(null);
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
        setAction(null);
      }
      const { events } = await api.getEvents(lastEvent);
      if (!events.length) continue;
      lastEvent = events.at(-1).number;
      await take(events);
    } catch {
      isLost = true;
      setAction(null);
      status.textContent = "the sandbox does not answer…";
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

async function begin() {
  startComposer({ at, guarded, start, botName: () => bot.username });
  await guarded(refreshPeople);
  const isKnown = chats.some((chat) => chat.chat_id === chatId);
  if (chats.length && !isKnown) choose(chats[0]);
  else if (chatId < 0 && !isKnown) choose({ chat_id: 1, group: null });
  focusInput();
  follow();
}

begin();
