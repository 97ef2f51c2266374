// Where the person writes: text, files, replies, and inline queries (@bot and words).

import * as api from "./api.js";
import { element } from "./bubble.js";
import { askFiles } from "./dialogs.js";
import { closeMenu } from "./panels.js";

const byId = (id) => document.getElementById(id);
const input = byId("text");
const results = byId("inline-results");
const INLINE_PAUSE_MS = 400;

let replyTo = null;
let inlineTimer = 0;
let inlineNumber = 0;

export function focusInput() {
  input.focus();
}

export function type(text) {
  input.value = text;
  input.oninput();
  input.focus();
}

export function setReply(message) {
  replyTo = message;
  byId("reply").hidden = message === null;
  byId("reply-text").textContent = message ? message.text || message.file?.name || "" : "";
  if (message) input.focus();
}

function takeReply() {
  const id = replyTo?.message_id;
  setReply(null);
  return id;
}

function fitInput() {
  input.style.height = "auto";
  input.style.height = `${Math.min(input.scrollHeight, 160)}px`;
}

// `page` has at(), botName(), guarded(work), open(event, url).
export function startComposer(page) {
  async function sendFiles(files) {
    if (!files.length) return;
    const choice = await askFiles(files);
    if (choice === null) return;
    const albumId = choice.files.length > 1 ? String(Date.now()) : "";
    const reply = takeReply();
    await page.guarded(async () => {
      for (const [index, file] of choice.files.entries()) {
        const caption = index === 0 ? choice.caption : "";
        const options = { caption, asPhoto: choice.asPhoto, albumId, replyTo: reply };
        await api.sendFile(page.at(), file, options);
      }
    });
    input.focus();
  }

  async function showInline(query) {
    const number = ++inlineNumber;
    const answer = await page.guarded(() => api.askInline(page.at(), query));
    if (number !== inlineNumber || answer === null) return;
    const lines = answer.results.map((result) => inlineLine(result, answer.query_id));
    if (answer.button) {
      const open = () => (closeInline(), page.start(answer.button.start_parameter));
      const opener = { type: "button", className: "opener", textContent: answer.button.text, onclick: open };
      lines.unshift(element("button", opener));
    }
    if (!lines.length) {
      const text = answer.answered ? "No results" : "The bot did not answer";
      lines.push(element("p", { textContent: text }));
    }
    results.replaceChildren(...lines);
    results.hidden = false;
  }

  function inlineLine(result, queryId) {
    const send = async () => {
      closeInline();
      type("");
      await page.guarded(() => api.chooseInline(page.at(), queryId, result.id));
    };
    return element(
      "button",
      { type: "button", onclick: send },
      element("b", { textContent: result.title || result.type }),
      element("span", { textContent: result.description || result.text }),
    );
  }

  function closeInline() {
    inlineNumber += 1;
    clearTimeout(inlineTimer);
    results.hidden = true;
  }

  function followInline() {
    const start = `@${page.botName()} `;
    closeInline();
    if (!input.value.startsWith(start)) return;
    const query = input.value.slice(start.length).trim();
    inlineTimer = setTimeout(() => showInline(query), INLINE_PAUSE_MS);
  }

  byId("composer").onsubmit = async (event) => {
    event.preventDefault();
    const text = input.value;
    if (!text.trim()) return;
    input.value = "";
    fitInput();
    closeMenu();
    closeInline();
    if ((await page.guarded(() => api.sendText(page.at(), text, takeReply()))) === null) input.value = text;
  };
  input.oninput = () => {
    fitInput();
    followInline();
  };
  input.onkeydown = (event) => {
    if (event.key === "Escape") {
      setReply(null);
      closeInline();
    }
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
  byId("no-reply").onclick = () => setReply(null);
  acceptDrops(sendFiles);
}

function acceptDrops(sendFiles) {
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
}
