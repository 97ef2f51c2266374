// Calls to the sandbox's control door. Every failure is an Error whose message can be shown.

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

export const getState = () => call("/sandbox/state");

export const getChat = (userId, language) =>
  call(`/sandbox/chats/${userId}?language=${encodeURIComponent(language)}`);

export const getEvents = (after) => call(`/sandbox/events?after=${after}&timeout=25`);

export const sendText = (userId, text) => post(`/sandbox/chats/${userId}/text`, { text });

export const setPerson = (userId, values) => post(`/sandbox/people/${userId}`, values);

export const tap = (userId, messageId, row, column) =>
  post(`/sandbox/chats/${userId}/tap`, { message_id: messageId, row, column });

export function sendFile(userId, file, { caption = "", asPhoto = false, albumId = "" } = {}) {
  const form = new FormData();
  form.append("caption", caption);
  form.append("kind", asPhoto ? "photo" : "document");
  form.append("media_group_id", albumId);
  form.append("file", file, file.name);
  return call(`/sandbox/chats/${userId}/file`, { method: "POST", body: form });
}
