/* Reading a document: what is shown of it, what is known of a name or figure without leaving the page, and copying.
   Everything said here stands in the page already; nothing is requested. Without this script the page lacks nothing
   but comfort: names lead to their pages, figures to the table of readings, numbers of paragraphs are links. */

const KEY = "archive.reading";
const SWITCH = ["on", "off"];
const CHOICES = { names: SWITCH, figures: SWITCH, related: SWITCH };
const NAME = ".paragraph > p a:not(.reading)";
const NUMBER = ".paragraph > a";
const text = document.querySelector(".text[data-copy]");
if (text) {
  found(text);
  controls(document.querySelector("[data-reading-controls]"));
  cards(text);
}

/** Marks the words that a search found here (`?h=` of the address), and leaves the text itself as it is. */
function found(text) {
  const words = new URLSearchParams(location.search).getAll("h").filter(Boolean);
  if (!words.length || !CSS.highlights) return;
  const any = new RegExp(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("|"), "giu");
  const ranges = [];
  const nodes = document.createNodeIterator(text, NodeFilter.SHOW_TEXT);
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    for (const match of node.data.matchAll(any)) {
      const range = new Range();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      ranges.push(range);
    }
  }
  CSS.highlights.set("found", new Highlight(...ranges));
}

/** What is marked, kept in this browser; which texts are shown is the same choice on all pages (frame.js). */
function controls(form) {
  if (!form) return;
  const kept = stored();
  for (const input of form.elements) {
    if (input.type === "checkbox" && kept[input.name] === "off") input.checked = false;
  }
  const apply = () => {
    const chosen = new FormData(form);
    const state = stored();
    for (const input of form.elements) {
      if (input.type === "checkbox") state[input.name] = chosen.has(input.name) ? "on" : "off";
    }
    for (const [name, value] of Object.entries(state)) {
      // A choice that this page does not offer stays in store for those that do.
      if (form.elements[name]) text.dataset[name] = value;
    }
    try {
      localStorage.setItem(KEY, JSON.stringify({ ...JSON.parse(localStorage.getItem(KEY)), ...state }));
    } catch {
      /* storage may be refused; the choice then lasts for this page */
    }
  };
  form.addEventListener("change", apply);
  apply();
}

/** What was kept. Other sites of the same origin write into the same store: only words for what can be chosen count. */
function stored() {
  try {
    const kept = Object.entries(JSON.parse(localStorage.getItem(KEY)) ?? {});
    return Object.fromEntries(kept.filter(([name, value]) => CHOICES[name]?.includes(value)));
  } catch {
    return {};
  }
}

/** One card for whatever is pointed at or has the focus: it can be reached, stays, and goes away with Escape. */
function cards(text) {
  const card = document.createElement("div");
  card.className = "card";
  card.id = "card";
  card.hidden = true;
  let owner = null;
  let leaving = 0;

  const names = new Map([...document.querySelectorAll(".names li > a")].map((link) => [link.href, link.parentElement]));
  for (const link of text.querySelectorAll(NAME)) link.className = names.get(link.href)?.parentElement.className ?? "";

  function content(link) {
    if (link.matches("a.reading")) {
      const row = document.getElementById(link.hash.slice(1));
      return row && [row.cells[1]];
    }
    const entry = names.get(link.href);
    return entry && [kindOf(entry.parentElement.previousElementSibling), entry];
  }

  function show(link) {
    clearTimeout(leaving);
    if (owner === link) return;
    hide();
    if (link.matches(NUMBER)) fillWithButtons(card, link);
    else {
      const parts = content(link);
      if (!parts) return;
      card.setAttribute("role", "tooltip");
      link.setAttribute("aria-describedby", card.id);
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
    owner.removeAttribute("aria-describedby");
    owner = null;
    card.hidden = true;
    card.removeAttribute("role");
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
    if (owner?.matches(":focus-visible")) return; // a card that the keyboard asked for stays as long as the focus
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
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !owner) return;
    const back = card.contains(document.activeElement) ? owner : null;
    hide();
    back?.focus();
    hide();
  });
}

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

function fillWithButtons(card, link) {
  const paragraph = link.parentElement;
  const button = (label, value) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    made.addEventListener("click", async () => {
      await copy(value());
      made.textContent = text.dataset.done;
      setTimeout(() => (made.textContent = label), 2000);
    });
    return made;
  };
  card.replaceChildren(
    button(text.dataset.copy, () => link.href),
    button(text.dataset.quote, () => quotation(paragraph, link)),
  );
}

/** Puts words into the clipboard; browsers offer it to scripts only where the connection is secure, and by a selection everywhere. */
async function copy(words) {
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    const field = document.body.appendChild(document.createElement("textarea"));
    field.value = words;
    field.select();
    document.execCommand("copy");
    field.remove();
  }
}

/** The paragraph's words, or what of them is selected, with where they stand. */
function quotation(paragraph, link) {
  const original = paragraph.querySelector(".original");
  const selection = getSelection();
  const chosen = selection.containsNode(original, true) ? selection.toString().trim() : "";
  const words = chosen && original.textContent.includes(chosen) ? chosen : original.textContent.trim();
  const pattern = text.dataset.quotation ?? "“{quotation}” ({url})";
  const page = paragraph.dataset.page;
  const parts = { quotation: words, paragraph: paragraph.id.slice(1), url: link.href };
  // The number of the paragraph stands once in words and once in the address.
  const placed = page ? pattern.replace(/(?<!#p)\{paragraph\}/, (number) => `${number} (${page})`) : pattern;
  return placed.replace(/\{(quotation|paragraph|url)\}/g, (_, name) => parts[name]);
}
