/* The card beside a name, a figure or the number of a paragraph. */

import { listed, NAME } from "./marks.js";
import { actions } from "./quoting.js";
import { NUMBER } from "./stops.js";

/** One card for whatever is pointed at or has the focus: it can be reached, stays, and goes away with Escape. */
export function cards(text) {
  const card = document.createElement("div");
  card.className = "card";
  card.id = "card";
  card.hidden = true;
  let owner = null;
  let leaving = 0;
  let tapped = null;

  const names = listed();

  // What a figure was read as is told of its link whether or not a card is shown.
  for (const link of text.querySelectorAll("a.reading")) {
    const read = readingOf(link);
    if (!read) continue;
    read.id ||= `${link.hash.slice(1)}-read`;
    link.setAttribute("aria-describedby", read.id);
  }

  function content(link) {
    if (link.matches("a.reading")) {
      const read = readingOf(link);
      return read && [read];
    }
    const entry = names.get(link.href);
    return entry && [kindOf(entry.parentElement.previousElementSibling), entry];
  }

  function show(link) {
    clearTimeout(leaving);
    if (owner === link) return;
    hide();
    if (link.matches(NUMBER)) {
      card.setAttribute("role", "menu");
      card.setAttribute("aria-label", link.getAttribute("aria-label"));
      card.replaceChildren(...actions(text, link));
      link.setAttribute("aria-expanded", "true");
    } else {
      const parts = content(link);
      if (!parts) return;
      card.setAttribute("role", "tooltip");
      if (!link.hasAttribute("aria-describedby")) link.setAttribute("aria-describedby", card.id);
      card.replaceChildren(...parts.map((part) => copyOf(part)));
    }
    owner = link;
    link.after(card);
    card.lang = document.documentElement.lang;
    card.dir = getComputedStyle(document.body).direction;
    card.hidden = false;
    place(card, link);
  }

  function hide() {
    clearTimeout(leaving);
    if (!owner) return;
    if (owner.getAttribute("aria-describedby") === card.id) owner.removeAttribute("aria-describedby");
    if (owner.matches(NUMBER)) owner.setAttribute("aria-expanded", "false");
    owner = null;
    card.hidden = true;
    card.removeAttribute("role");
    card.removeAttribute("aria-label");
    card.remove();
    card.replaceChildren();
  }

  const subject = (event) => event.target.closest?.(`${NAME}, a.reading, ${NUMBER}`);
  // Where the page moves under a pointer at rest, nobody points at what comes to lie there.
  let rest = "";
  text.addEventListener("mousemove", (event) => {
    const here = `${event.screenX} ${event.screenY}`;
    if (here === rest) return;
    rest = here;
    if (card.contains(event.target)) return clearTimeout(leaving);
    const link = subject(event);
    if (link) show(link);
  });
  text.addEventListener("mouseout", (event) => {
    // A card that the keyboard asked for stays as long as the focus, one that a finger asked for until the next tap.
    if (owner?.matches(":focus-visible") || (owner && owner === tapped)) return;
    if (owner && !card.contains(event.relatedTarget) && !owner.contains(event.relatedTarget)) {
      clearTimeout(leaving);
      leaving = setTimeout(hide, 250);
    }
  });
  text.addEventListener("focusin", (event) => {
    if (card.contains(event.target)) return clearTimeout(leaving);
    const link = subject(event);
    if (link) show(link);
    else hide();
  });
  document.addEventListener("focusin", (event) => {
    if (!text.contains(event.target)) hide();
  });
  // A finger points at nothing: its first tap shows the card, the second one follows the link.
  text.addEventListener("click", (event) => {
    const link = subject(event);
    const touched = event.pointerType ? event.pointerType === "touch" : matchMedia("(hover: none)").matches;
    if (!link || !touched || (owner === link && tapped === link)) return;
    event.preventDefault();
    show(link);
    tapped = link;
  });
  document.addEventListener("pointerdown", (event) => {
    if (owner !== tapped) tapped = null;
    if (!text.contains(event.target)) hide();
  });
  for (const number of text.querySelectorAll(NUMBER)) {
    number.setAttribute("aria-haspopup", "menu");
    number.setAttribute("aria-expanded", "false");
    // With the keyboard, which has no other way to them, it opens what can be done with the paragraph.
    number.addEventListener("click", (event) => {
      if (event.detail) return;
      event.preventDefault();
      show(number);
      card.querySelector("button").focus();
    });
  }
  card.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || card.getAttribute("role") !== "menu") return;
    event.preventDefault();
    const items = [...card.querySelectorAll("button")];
    items[(items.indexOf(document.activeElement) + step + items.length) % items.length].focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !owner) return;
    const back = card.contains(document.activeElement) ? owner : null;
    hide();
    back?.focus();
    hide();
  });
}

/** The cell that says what a figure was read as. */
const readingOf = (link) => document.getElementById(link.hash.slice(1))?.cells[1];

/** The kind of one name, where the list's heading has it in the plural. */
function kindOf(heading) {
  const kind = document.createElement("div");
  const word = document.createElement("small");
  word.className = "kind";
  if (heading.dataset.language) word.lang = heading.dataset.language;
  word.textContent = heading.dataset.one;
  kind.append(word);
  return kind;
}

function copyOf(part) {
  const copy = document.createElement("div");
  copy.append(...[...part.cloneNode(true).childNodes]);
  // The card repeats; it offers nothing that could be tabbed to.
  for (const link of copy.querySelectorAll("a")) {
    if (part.matches("li")) {
      // How often the name stands in this text is said of the list, not of the name.
      link.nextElementSibling.remove();
      link.replaceWith(...link.childNodes);
    } else link.remove();
  }
  return copy;
}

function place(card, link) {
  card.style.insetInlineStart = card.style.top = "0";
  const room = card.offsetParent.getBoundingClientRect();
  const at = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const left = Math.min(Math.max(at.left, 8), document.documentElement.clientWidth - card.offsetWidth - 8);
  const below = at.bottom + card.offsetHeight + 8 < innerHeight;
  card.style.insetInlineStart = "auto";
  card.style.left = `${left - room.left}px`;
  card.style.top = `${(below ? at.bottom + 4 : at.top - card.offsetHeight - 4) - room.top}px`;
}
