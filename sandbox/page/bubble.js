// One message as DOM. Only `message.html` is set as HTML: the server escapes it and writes
// nothing but its own tags; all else goes in as text.

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

const clock = new Intl.DateTimeFormat([], { hour: "2-digit", minute: "2-digit", hour12: false });

export function sizeText(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} kB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function fileNode(file) {
  if (file.kind === "photo") {
    return element("img", {
      className: "photo",
      src: file.url,
      alt: file.name,
      width: file.width,
      height: file.height,
    });
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

function keyboardNode(message, actions) {
  const rows = message.buttons.map((buttons, row) =>
    element(
      "div",
      { className: "row" },
      ...buttons.map((button, column) =>
        button.url
          ? element("a", {
              className: "key link",
              href: button.url,
              target: "_blank",
              rel: "noopener noreferrer",
              textContent: button.text,
            })
          : element("button", {
              type: "button",
              className: "key",
              textContent: button.text,
              onclick: (event) => actions.tap(message, row, column, event.currentTarget),
            }),
      ),
    ),
  );
  return element("div", { className: "keyboard" }, ...rows);
}

function textNode(message, actions) {
  const node = element("div", { className: "text", dir: "auto", innerHTML: message.html });
  for (const command of node.querySelectorAll(".command")) {
    command.onclick = () => actions.say(command.dataset.command);
  }
  for (const spoiler of node.querySelectorAll(".spoiler")) {
    const reveal = () => spoiler.classList.add("shown");
    spoiler.onclick = reveal;
    spoiler.onkeydown = (event) => event.key === "Enter" && reveal();
  }
  return node;
}

function quoteNode(replied) {
  if (!replied) return null;
  return element("div", { className: "quote", textContent: replied.text || replied.file?.name || "" });
}

export function bubble(message, replied, actions) {
  const sent = new Date(message.date * 1000);
  const meta = element(
    "span",
    { className: "meta" },
    message.edit_count ? element("span", { textContent: "edited " }) : null,
    element("time", { dateTime: sent.toISOString(), textContent: clock.format(sent) }),
  );
  const body = element(
    "div",
    { className: "body" },
    quoteNode(replied),
    message.file ? fileNode(message.file) : null,
    message.text ? textNode(message, actions) : null,
    meta,
  );
  const node = element(
    "article",
    {
      className: `message ${message.from_bot ? "theirs" : "ours"}`,
      ariaLabel: message.from_bot ? "Bot" : "You",
    },
    body,
    message.buttons.length ? keyboardNode(message, actions) : null,
  );
  node.dataset.messageId = message.message_id;
  return node;
}
