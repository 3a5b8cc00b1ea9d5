/* Copying the address of a paragraph, or its words with where they stand. */

/** What can be done with a paragraph, by its number: buttons of a menu. The words for it stand in the page. */
export function actions(text, number) {
  const paragraph = number.parentElement;
  const item = (label, value) => {
    const made = document.createElement("button");
    made.type = "button";
    made.tabIndex = -1;
    made.setAttribute("role", "menuitem");
    made.textContent = label;
    made.addEventListener("click", async () => {
      await copy(value());
      made.textContent = text.dataset.done;
      setTimeout(() => (made.textContent = label), 2000);
    });
    return made;
  };
  return [
    item(text.dataset.copy, () => address(number)),
    item(text.dataset.quote, () => quotation(text, paragraph, number)),
  ];
}

/** The address of a paragraph, without the words that a search found. */
function address(number) {
  const bare = new URL(number.href);
  bare.search = "";
  return bare.href;
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
function quotation(text, paragraph, number) {
  const original = paragraph.querySelector(":scope > .original");
  const selection = getSelection();
  const chosen = selection.containsNode(original, true) ? selection.toString().trim() : "";
  const words = chosen && original.textContent.includes(chosen) ? chosen : original.textContent.trim();
  const pattern = text.dataset.quotation ?? "“{quotation}” ({url})";
  const page = paragraph.dataset.page;
  // What the page's citation says is not said again.
  const cited = document.querySelector(".citation")?.textContent ?? "";
  const whole = pattern.replace(/\{(<)?(\d+)>?\}/g, (_, before, at) => (before ? cited.slice(0, at) : cited.slice(at)));
  const parts = { quotation: words, paragraph: paragraph.id.slice(1), url: address(number) };
  // The number of the paragraph stands once in words and once in the address.
  const placed = page ? whole.replace(/(?<!#p)\{paragraph\}/, (number) => `${number} (${page})`) : whole;
  return placed.replace(/\{(quotation|paragraph|url)\}/g, (_, name) => parts[name]);
}
