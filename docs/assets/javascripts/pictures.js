/* Narrows a network to the names of one kind and those that they are joined with. Without this script all are shown. */

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
