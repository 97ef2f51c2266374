// A message, or an album of several, as DOM. Only `message.html` is set as HTML: the server
// escapes it and writes nothing but its own tags; all else goes in as text.

export function element(name, properties = {}, ...children) {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children.filter((child) => child !== null));
  return node;
}

const drawn = new WeakMap();

// Redraws a part only where its data changed: what has the focus keeps it.
export function redraw(node, data, children) {
  const json = JSON.stringify(data);
  if (drawn.get(node) === json) return;
  drawn.set(node, json);
  node.replaceChildren(...children());
}

const WIDEST_PHOTO = 400;
const NARROWEST_PHOTO = 240;
const HIGHEST_PHOTO = 460;
const COLOURS = 6;
const clock = new Intl.DateTimeFormat([], { hour: "2-digit", minute: "2-digit", hour12: false });

export function sizeText(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} kB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function fileNode(file) {
  if (file.kind === "photo") {
    const picture = element("img", {
      className: "photo",
      src: file.url,
      alt: file.name,
      width: file.width,
      height: file.height,
    });
    return element("a", { href: file.url, target: "_blank", rel: "noopener", className: "frame" }, picture);
  }
  return element(
    "a",
    { className: "document", href: file.url, download: file.name },
    element("span", { className: "sheet", ariaHidden: "true", textContent: suffix(file.name) }),
    element(
      "span",
      { className: "about" },
      element("span", { className: "name", textContent: file.name }),
      element("span", { className: "size", textContent: sizeText(file.size_bytes) }),
    ),
  );
}

function suffix(name) {
  const dot = name.lastIndexOf(".");
  return dot > 0 ? name.slice(dot + 1, dot + 5) : "file";
}

// As wide as the picture, within a phone: the caption breaks at the picture's edge.
function photoWidth({ width, height }) {
  const fit = Math.min(1, WIDEST_PHOTO / width, HIGHEST_PHOTO / height);
  return Math.max(NARROWEST_PHOTO, Math.round(width * fit));
}

function key(button, message, row, column, actions) {
  const properties = { className: "key", textContent: button.text, title: button.text };
  if (button.url) {
    const link = element("a", {
      ...properties,
      className: "key link",
      href: button.url,
      target: "_blank",
      rel: "noopener noreferrer",
    });
    link.onclick = (event) => actions.open(event, button.url);
    return link;
  }
  const query = button.switch_inline_query_current_chat ?? button.switch_inline_query;
  const chosen = button.switch_inline_query_chosen_chat?.query;
  let onclick = (event) => actions.tap(message, row, column, event.currentTarget);
  if ((query ?? chosen) !== undefined) onclick = () => actions.inline(query ?? chosen);
  else if (button.copy_text) onclick = () => actions.copy(button.copy_text.text);
  return element("button", { ...properties, type: "button", onclick });
}

function keyboardNode(message, actions) {
  const rows = message.buttons.map((buttons, row) =>
    element(
      "div",
      { className: "row" },
      ...buttons.map((button, column) => key(button, message, row, column, actions)),
    ),
  );
  return element("div", { className: "keyboard" }, ...rows);
}

function textNode(message, actions) {
  const node = element("div", { className: "text", dir: "auto", innerHTML: message.html });
  for (const command of node.querySelectorAll(".command")) {
    command.onclick = () => actions.say(command.dataset.command);
  }
  for (const link of node.querySelectorAll("a")) {
    link.onclick = (event) => actions.open(event, link.href);
  }
  for (const spoiler of node.querySelectorAll(".spoiler")) {
    const reveal = () => spoiler.classList.add("shown");
    spoiler.onclick = reveal;
    spoiler.onkeydown = (event) => event.key === "Enter" && reveal();
  }
  for (const quote of node.querySelectorAll("blockquote.expandable")) {
    quote.onclick = () => quote.classList.toggle("open");
  }
  return node;
}

function quoteNode(replied) {
  if (!replied) return null;
  return element(
    "div",
    { className: "quote" },
    element("b", { textContent: replied.sender_name }),
    element("span", { textContent: replied.text || replied.file?.name || "" }),
  );
}

// Above the text: who speaks in a group, whose words these are, and what chose them.
function headNode(message, isGroup) {
  const lines = [];
  if (isGroup) {
    const colour = `sender colour-${message.sender_id % COLOURS}`;
    lines.push(element("b", { className: colour, textContent: message.sender_name }));
  }
  if (message.via_bot) lines.push(element("span", { textContent: "via the bot" }));
  if (message.forwarded_from) {
    lines.push(element("span", { textContent: `Forwarded from ${message.forwarded_from}` }));
  }
  return lines.length ? element("div", { className: "head" }, ...lines) : null;
}

function metaNode(message, actions) {
  const sent = new Date(message.date * 1000);
  const more = { type: "button", className: "more", title: "Reply or forward", textContent: "⋯" };
  return element(
    "span",
    { className: "meta" },
    element("button", { ...more, onclick: (event) => actions.more(message, event.currentTarget) }),
    message.edit_count ? element("span", { textContent: "edited " }) : null,
    element("time", { dateTime: sent.toISOString(), textContent: clock.format(sent) }),
  );
}

function contents(messages, actions) {
  const isPhotos = messages.every((message) => message.file?.kind === "photo");
  if (isPhotos && messages.length > 1) {
    const photos = element("div", { className: "photos" }, ...messages.map(({ file }) => fileNode(file)));
    const texts = messages.filter((message) => message.text);
    return [photos, ...texts.map((message) => textNode(message, actions))];
  }
  return messages.flatMap((message) => [
    message.file ? fileNode(message.file) : null,
    message.text ? textNode(message, actions) : null,
  ]);
}

export function bubble(messages, replied, isGroup, actions) {
  const [first] = messages;
  const last = messages.at(-1);
  if (first.service) {
    return element("p", { className: "service", textContent: first.service });
  }
  const body = element(
    "div",
    { className: "body" },
    headNode(first, isGroup),
    quoteNode(replied),
    ...contents(messages, actions),
    metaNode(last, actions),
  );
  const isOurs = !first.from_bot && (!isGroup || first.sender_id === actions.at().userId);
  const node = element(
    "article",
    { className: `message ${isOurs ? "ours" : "theirs"}`, ariaLabel: isOurs ? "You" : first.sender_name },
    body,
    last.buttons.length ? keyboardNode(last, actions) : null,
  );
  const hasPhoto = messages.some((message) => message.file?.kind === "photo");
  if (hasPhoto) {
    body.classList.add("pictured");
    node.style.width = `${messages.length > 1 ? WIDEST_PHOTO : photoWidth(first.file)}px`;
  }
  node.dataset.messageId = first.message_id;
  return node;
}
