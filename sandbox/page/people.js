// The list of people at the left (a drawer on a phone).

import { element, redraw } from "./bubble.js";

const COLOURS = 6;

function lastWords(person) {
  const last = person.last_message;
  if (!last) return "no messages yet";
  const words = last.text || (last.file ? last.file.name : "");
  return `${last.from_bot ? "" : "You: "}${words.split("\n")[0]}`;
}

function line(person, isCurrent, choose) {
  const button = element(
    "button",
    { type: "button", className: "person", onclick: () => choose(person.user_id) },
    element("span", {
      className: `avatar colour-${person.user_id % COLOURS}`,
      ariaHidden: "true",
      textContent: [...person.first_name][0].toUpperCase(),
    }),
    element(
      "span",
      { className: "about" },
      element(
        "span",
        { className: "name" },
        element("span", { textContent: person.first_name }),
        element("small", { textContent: person.language }),
      ),
      element("span", { className: "last", textContent: lastWords(person) }),
    ),
  );
  if (isCurrent) button.setAttribute("aria-current", "true");
  return element("li", {}, button);
}

export function showPeople(people, currentId, choose) {
  redraw(document.getElementById("people"), [people, currentId], () =>
    people.map((person) => line(person, person.user_id === currentId, choose)),
  );
}
