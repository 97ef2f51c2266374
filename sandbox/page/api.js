// Calls to the sandbox's control door. Every failure is an Error whose message can be shown.
// `at` is where and who: { chatId, userId }, the same number in a person's own chat.

async function call(path, options = {}) {
  const answer = await fetch(path, options);
  let body = {};
  try {
    body = await answer.json();
  } catch {
    // Not JSON: the status says enough.
  }
  if (!answer.ok) throw new Error(body.error || `the sandbox answered ${answer.status}`);
  return body;
}

const post = (path, body) =>
  call(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });

const act = (at, what, body) =>
  post(`/sandbox/chats/${at.chatId}/${what}`, { user_id: at.userId, ...body });

export const getState = () => call("/sandbox/state");

export const getChat = (at, language) =>
  call(`/sandbox/chats/${at.chatId}?language=${encodeURIComponent(language)}&as=${at.userId}`);

export const getEvents = (after) => call(`/sandbox/events?after=${after}&timeout=25`);

export const start = (at, payload) => act(at, "start", { payload });

export const sendText = (at, text, replyTo) =>
  act(at, "text", { text, reply_to_message_id: replyTo ?? null });

export const forward = (at, fromChatId, messageId) =>
  act(at, "forward", { from_chat_id: fromChatId, message_id: messageId });

export const tap = (at, messageId, row, column) =>
  act(at, "tap", { message_id: messageId, row, column });

export const askInline = (at, query) => act(at, "inline", { query });

export const chooseInline = (at, queryId, resultId) =>
  act(at, "inline/choose", { query_id: queryId, result_id: resultId });

export const setPerson = (userId, values) => post(`/sandbox/people/${userId}`, values);

export const makeGroup = (title, people) => post("/sandbox/groups", { title, people });

export function sendFile(at, file, { caption = "", asPhoto = false, albumId = "", replyTo = "" } = {}) {
  const form = new FormData();
  form.append("user_id", at.userId);
  form.append("caption", caption);
  form.append("kind", asPhoto ? "photo" : "document");
  form.append("media_group_id", albumId);
  form.append("reply_to_message_id", replyTo ?? "");
  form.append("file", file, file.name);
  return call(`/sandbox/chats/${at.chatId}/file`, { method: "POST", body: form });
}
