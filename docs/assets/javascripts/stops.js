/* Keys in a text. The tab key stops once at each paragraph, at its number; what is marked in it is reached by letters:
   J and K the next paragraph and the one before, N the next name, F the next figure, E the next passage told elsewhere;
   with Shift those before. They count while the focus is in the text, by their place on the keyboard, whatever it writes. */

export const NUMBER = ".paragraph > a";
const KEYS = {
  KeyJ: [NUMBER, 1],
  KeyK: [NUMBER, -1],
  KeyN: [".paragraph > p a:not(.reading)", 1],
  KeyF: ["a.reading", 1],
  KeyE: [".related > summary", 1],
};

export function stops(text) {
  for (const other of text.querySelectorAll(`.paragraph a:not(${NUMBER}), .related > summary`)) other.tabIndex = -1;
  text.addEventListener("keydown", (event) => {
    const [selector, direction] = KEYS[event.code] ?? [];
    if (!selector || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    // The theme has letters of its own.
    event.stopPropagation();
    next(text, selector, event.shiftKey ? -direction : direction)?.focus();
  });
}

/** The nearest element before or after the focus that can be seen. */
function next(text, selector, direction) {
  const wanted = direction > 0 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
  const from = document.activeElement;
  const all = [...text.querySelectorAll(selector)].filter(
    (one) => from.compareDocumentPosition(one) & wanted && one.getClientRects().length,
  );
  return direction > 0 ? all[0] : all.at(-1);
}
