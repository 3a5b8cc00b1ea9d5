// Lists that narrow: documents by facets, figures by facets and sorted by value, entities by what is typed.
// The choice stands in the address of the page, so that it can be kept and sent.

import { addHan, foldText } from "../search/fold.js";

const plain = (value) => (value ?? "").split(" ").filter(Boolean);

/** Whether an item (its data attributes) has one of the chosen values in every facet that has any, but `except`. */
function matches(data, chosen, except = null) {
  for (const [key, values] of Object.entries(chosen)) {
    if (key === except || !values.length) continue;
    if (key === "name") {
      const words = foldText(data.text ?? "");
      if (!values.every((value) => words.includes(foldText(value.trim())))) return false;
    } else if (!values.some((value) => holds(data[key], value))) return false;
  }
  return true;
}

/** A facet of an item holds one value or several, set apart by spaces; a value itself may hold spaces. */
function holds(own, value) {
  return own === value || plain(own).includes(value);
}

/** The number of items for each value of a facet, were it chosen beside what is chosen in the other facets. */
function counts(items, chosen, key, values) {
  const fitting = items.filter((data) => matches(data, chosen, key));
  return new Map(values.map((value) => [value, fitting.filter((data) => holds(data[key], value)).length]));
}

/** Order of two rows by a column; rows without a value come last in either direction. */
function order(a, b, descending) {
  if (a === "" || b === "") return (a === "") - (b === "");
  const [x, y] = [Number(a), Number(b)];
  const found = Number.isNaN(x) || Number.isNaN(y) ? a.localeCompare(b, document.documentElement.lang) : x - y;
  return descending ? -found : found;
}

function wire(form) {
  const list = document.getElementById(form.dataset.facets);
  const output = form.querySelector("output");
  const links = document.querySelectorAll(".page-links");
  const number = new Intl.NumberFormat(document.documentElement.lang, { numberingSystem: "latn" });
  const keys = [...new Set([...form.elements].map((field) => field.name).filter(Boolean))];
  const labels = new Map();
  const again = document.createElement("button");
  let whole = null;

  if (list.localName === "tbody") told(list);
  const items = () => [...list.querySelectorAll("li[data-text], li[data-language], tr[data-kind]")];

  function chosen() {
    const data = new FormData(form);
    return Object.fromEntries(keys.map((key) => [key, data.getAll(key).filter(Boolean)]));
  }

  /** Brings the other pages of the list in, once, when a choice is to reach all of it. */
  function complete() {
    const pages = Number(list.dataset.pages ?? 1);
    whole ??= (async () => {
      const here = document.querySelector(".page-links [aria-current]")?.textContent ?? "1";
      const first = new URL(list.dataset.base, location.href);
      const numbers = Array.from({ length: pages }, (_, n) => n + 1).filter((page) => page !== Number(here));
      const others = [];
      for (const page of numbers) others.push(await read(page === 1 ? first : new URL(`page/${page}/`, first)));
      for (const other of others) {
        const more = other.getElementById(list.id);
        addHan(more.dataset.han ?? "");
        if (list.localName === "tbody") told(more);
        if (list.hasAttribute("role")) named(more.querySelectorAll("tr, td"));
        list.append(...more.children);
      }
    })();
    whole.catch(() => (whole = null));
    return whole;
  }

  async function apply({ keep = true } = {}) {
    const now = chosen();
    const any = Object.values(now).some((values) => values.length);
    if (any && list.dataset.pages) {
      try {
        await complete();
      } catch (error) {
        console.warn(error);
        return unread();
      }
    }
    again.hidden = true;
    const all = items();
    let shown = 0;
    for (const item of all) {
      item.hidden = !matches(item.dataset, now);
      if (!item.hidden) shown += 1;
    }
    for (const group of list.querySelectorAll(".name-group")) {
      group.hidden = !group.querySelector("li:not([hidden])");
    }
    for (const nav of links) nav.hidden = any || whole !== null;
    if (any || whole || !list.dataset.pages) recount(all, now);
    output.textContent = !any
      ? ""
      : shown
        ? output.dataset.shown.replace("{shown}", number.format(shown)).replace("{total}", number.format(all.length))
        : form.dataset.none;
    if (keep) {
      const query = new URLSearchParams(Object.entries(now).flatMap(([key, values]) => values.map((v) => [key, v])));
      history.replaceState(history.state, "", `${location.pathname}${String(query) && `?${query}`}${location.hash}`);
    }
  }

  /** What was chosen would be sought in a part of the list only, so all of what is there is shown, and why. */
  function unread() {
    for (const item of [...items(), ...list.querySelectorAll(".name-group")]) item.hidden = false;
    output.textContent = form.dataset.failed;
    again.hidden = false;
  }

  function recount(all, now) {
    const data = all.map((item) => item.dataset);
    for (const key of keys.filter((key) => key !== "name")) {
      const fields = [...form.querySelectorAll(`input[name="${key}"], select[name="${key}"] option`)].filter(
        (f) => f.value,
      );
      const found = counts(
        data,
        now,
        key,
        fields.map((field) => field.value),
      );
      for (const field of fields) {
        const count = found.get(field.value);
        if (field.matches("option")) {
          if (!labels.has(field)) labels.set(field, field.textContent.replace(/\s*\([^()]*\)$/, ""));
          field.textContent = `${labels.get(field)} (${number.format(count)})`;
        } else field.closest("label").querySelector(".count").textContent = number.format(count);
        field.disabled = !count && !field.checked && !field.selected;
      }
    }
  }

  const asked = new URLSearchParams(location.search);
  for (const field of form.elements) {
    const values = asked.getAll(field.name);
    if (!values.length) continue;
    if (field.type === "checkbox") field.checked = values.includes(field.value);
    else field.value = values[0];
  }
  const toggle = form.querySelector(".facets-toggle");
  toggle?.setAttribute("aria-expanded", String([...asked.keys()].some((key) => keys.includes(key))));
  toggle?.addEventListener("click", () => {
    toggle.setAttribute("aria-expanded", String(toggle.getAttribute("aria-expanded") === "false"));
  });
  again.type = "button";
  again.textContent = form.dataset.again;
  again.hidden = true;
  again.addEventListener("click", () => apply());
  output.after(" ", again);
  addHan(list.dataset.han ?? "");
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => apply());
  form.addEventListener("reset", () => setTimeout(apply));
  form.hidden = false;
  // The page was made with everything shown and counted.
  if (Object.values(chosen()).some((values) => values.length)) apply({ keep: false });
}

/** Brings the parts of a table into the first, and has each row say what its part does and which names it shows. */
function told(first) {
  for (const part of first.parentElement.tBodies) {
    const { kind, currency, unit } = part.dataset;
    for (const row of [...part.rows]) {
      for (const [key, value] of Object.entries({ kind, currency, unit })) if (value) row.dataset[key] = value;
      row.dataset.entity ??= [...row.querySelectorAll("td:nth-child(4) > a")].map(name).join(" ");
      first.append(row);
    }
  }
  for (const part of [...first.parentElement.tBodies]) if (part !== first) part.remove();
}

/** The id of the entity to whose page a link leads. */
const name = (link) => decodeURIComponent(link.pathname.split("/").at(-2));

const ROLES = { table: "table", thead: "rowgroup", tbody: "rowgroup", tr: "row", th: "columnheader", td: "cell" };

/** Says what the parts of a table are: where they are set as blocks, on a narrow screen, some browsers forget it. */
function named(parts) {
  for (const part of parts) if (!part.hasAttribute("role")) part.setAttribute("role", ROLES[part.localName]);
}

/** Another page of the list, whose relative links lead where they lead from there. Throws when it cannot be read. */
async function read(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const link of page.querySelectorAll("a[href]"))
    link.href = new URL(link.getAttribute("href"), response.url).href;
  return page;
}

function sortable(table) {
  const body = table.tBodies[0];
  named([table, ...table.querySelectorAll(Object.keys(ROLES).join())]);
  for (const head of table.tHead.rows[0].cells) {
    if (!head.dataset.sort) continue;
    const name = head.textContent;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    button.setAttribute("aria-label", table.dataset.sortable.replace("{column}", name));
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const descending = head.ariaSort === "ascending";
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      head.ariaSort = descending ? "descending" : "ascending";
      const column = head.cellIndex;
      const value = (row) => row.dataset[head.dataset.sort] ?? row.cells[column].textContent;
      body.append(...[...body.rows].sort((a, b) => order(value(a), value(b), descending)));
    });
  }
}

for (const form of document.querySelectorAll("form[data-facets]")) wire(form);
for (const table of document.querySelectorAll("table[data-sortable]")) sortable(table);
