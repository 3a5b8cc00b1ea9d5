/* Names in a text: the colour of their kind, which of them stand for the first time in their paragraph, and which touch
   the one before. Nothing that this adds moves any word. */

export const NAME = ".paragraph > p a:not(.reading)";

/** The names of the page's list, by the address that they lead to. */
export const listed = () =>
  new Map([...document.querySelectorAll(".names li > a")].map((link) => [link.href, link.parentElement]));

export function marks(text) {
  const kinds = listed();
  for (const paragraph of text.querySelectorAll(".paragraph > p")) {
    const met = new Set();
    for (const link of paragraph.querySelectorAll("a:not(.reading)")) {
      link.className = kinds.get(link.href)?.parentElement.className ?? "";
      if (met.has(link.href)) link.classList.add("again");
      met.add(link.href);
      if (touches(link)) link.classList.add("touching");
    }
  }
}

/** Whether a name begins where another one ends, and is not drawn as that one is: such lines would run together. */
function touches(link) {
  let before = outer(link).previousSibling;
  while (before?.nodeType === Node.ELEMENT_NODE && !before.matches("a")) before = before.lastChild;
  return before?.nodeName === "A" && !before.classList.contains("touching");
}

/** What stands around a name alone, to keep its direction apart or because it lies in a figure. */
function outer(link) {
  const around = link.parentElement;
  return around.matches("bdi, .figure") && around.firstChild === link ? outer(around) : link;
}
