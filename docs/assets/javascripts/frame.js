/* What the frame of every page needs beyond the theme. */

/* The theme's search box listens to keys only; text also comes from pasting, input methods and voice. */
document.addEventListener("input", (event) => {
  if (event.target.matches("[data-md-component=search-query]"))
    event.target.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }))
})

/* Paragraphs have the same anchors in every language: the switch leads to the same one. */
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-language-switch]")
  if (link) link.hash = location.hash
})
