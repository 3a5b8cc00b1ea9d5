/* Narrows a network to the names of one kind and those that they are joined with, and lights up in all versions of a
   story what is pointed at in one. Without this script all names are shown, and all that is marked is a link. */

for (const form of document.querySelectorAll("[data-network]")) {
  const net = form.parentElement.querySelector(".net");
  const narrow = () => {
    const type = form.elements.type.value;
    for (const item of net.querySelectorAll("li")) item.classList.toggle("faded", !!type && item.dataset.type !== type);
    for (const path of net.querySelectorAll("path"))
      path.classList.toggle("faded", !!type && !path.dataset.between.split(" ").includes(type));
  };
  form.addEventListener("change", narrow);
  form.hidden = false;
  narrow();
}

for (const table of document.querySelectorAll("table.alignment")) {
  // A name is the same where it leads to the same page; a figure says itself what it is.
  const links = [...table.querySelectorAll("p > a:not(.permalink)")];
  const same = (link) => link.dataset.same ?? link.href;
  const light = (target) => {
    const key = target && links.includes(target) ? same(target) : null;
    for (const link of links) link.classList.toggle("lit", same(link) === key);
  };
  for (const type of ["mouseover", "focusin"])
    table.addEventListener(type, (event) => light(event.target.closest?.("p > a:not(.permalink)")));
  for (const type of ["mouseleave", "focusout"]) table.addEventListener(type, () => light(null));
}
