// What the frame of every page needs beyond the theme. It stands before the theme's own script.

// What the theme's script finds in other sites' pages and nobody can use without it: its settings with its words, where the
// search box shows what it found (both from parts.LANGUAGE.js, which all pages of a language share), the choice of colours,
// which early.js knows, and the title of the page, shown at its head when the heading is out of sight.
(() => {
  const { found = "", words = {}, colours = {}, language = "en", top = "" } = globalThis.archiveParts ?? {};
  const search = new URL(`../search/worker.js?lang=${language}`, document.currentScript.src);
  const base = document.querySelector("script[data-scope]").dataset.scope;
  const usual = { base, features: ["navigation.tabs", "navigation.top"], search, translations: words };
  const config =
    document.getElementById("__config") ??
    document.body.appendChild(
      Object.assign(document.createElement("script"), { id: "__config", type: "application/json" }),
    );
  config.textContent = JSON.stringify({ ...usual, ...JSON.parse(config.textContent || "{}") });
  const box = document.querySelector("[data-md-component=search-query]");
  box?.closest(".md-search__inner").insertAdjacentHTML("beforeend", found);
  const shown = { haspopup: "dialog", expanded: "false", controls: "__search_output" };
  for (const [key, value] of Object.entries(shown)) box?.setAttribute(`aria-${key}`, value);
  const plain = { role: "combobox", autocapitalize: "off", autocorrect: "off", spellcheck: "false" };
  for (const [key, value] of Object.entries(plain)) box?.setAttribute(key, value);

  // What only scripts use, with icons that every archive has, is in no page.
  const options = globalThis.archivePalette ?? [];
  const icons = ["i--material--brightness-auto", "i--material--weather-sunny", "i--material--weather-night"];
  const choice = (_, index) =>
    `<label class="md-header__button md-icon" for="__palette_${(index + 1) % options.length}" hidden><svg class="${icons[index]}"></svg></label>`;
  const form = `<form class="md-header__option" data-md-component="palette">${options.map(choice).join("")}</form>`;
  if (!document.querySelector("[data-md-component=palette]") && options.length === icons.length)
    document.querySelector(".md-header__title")?.insertAdjacentHTML("afterend", form);
  if (
    !document.querySelector("[data-md-component=top]") &&
    JSON.parse(config.textContent).features.includes("navigation.top")
  )
    document
      .querySelector(".md-main")
      ?.insertAdjacentHTML(
        "beforeend",
        `<button type="button" class="md-top md-icon" data-md-component="top" hidden><svg class="i--material--arrow-up"></svg> ${top}</button>`,
      );
  const palette = document.querySelector("[data-md-component=palette]");
  for (const [index, { media, scheme }] of options.entries()) {
    const label = palette?.querySelectorAll("label")[index];
    if (!label) break;
    label.title = colours[/scheme\)$/.test(media) ? "system" : scheme === "slate" ? "dark" : "light"] ?? "";
    const input = Object.assign(document.createElement("input"), { className: "md-option", type: "radio" });
    input.name = "__palette";
    input.id = `__palette_${index}`;
    input.ariaLabel = label.title;
    for (const [key, value] of Object.entries({ media, scheme, primary: "custom", accent: "custom" }))
      input.setAttribute(`data-md-color-${key}`, value);
    label.before(input);
  }
  const title = document.querySelector(".md-content h1");
  const topic = document.querySelector(".md-header__topic")?.cloneNode(true);
  if (title && topic) {
    topic.dataset.mdComponent = "header-topic";
    topic.firstElementChild.textContent = title.textContent;
    document.querySelector(".md-header__ellipsis").append(topic);
  }
})();

// The theme's search box listens to keys only; text also comes from pasting, input methods and voice. What an input
// method shows while it composes is not yet what is meant: nothing is searched until it is done.
(() => {
  const BOX = "[data-md-component=search-query]";
  // Keyboards of Android compose every word of every language; there, what is composed is what is meant.
  const composes = ({ isComposing }) => isComposing && !/Android/.test(navigator.userAgent);
  const typed = (event) => {
    if (event.target.matches(BOX) && !composes(event))
      event.target.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  };
  const quiet = (event) => {
    if (event.target.matches?.(BOX) && composes(event)) event.stopPropagation();
  };
  document.addEventListener("input", typed);
  document.addEventListener("compositionend", typed);
  for (const key of ["keydown", "keyup"]) document.addEventListener(key, quiet, { capture: true });
})();

// The theme says in the head which colours the page has, as the style sheet does (base.css). Whenever such an element
// changes, the browser goes through all of the page again, so the theme's stays outside of it.
(() => {
  const { head } = document;
  head.appendChild = (node) => (node.name === "color-scheme" ? node : Node.prototype.appendChild.call(head, node));
})();

// What an archive had as files while it was small, it packs when it has grown, and of a name that is named often only the
// newest passages stay on pages in each language: who asks for the former is led to the page that says where it is now.
(() => {
  const packed = String.raw`documents/[^/]+?(?=\.(?:bib|ris|csl\.json|md|annotations\.json(?:ld)?|card\.png)$)`;
  const [here] = location.pathname.match(new RegExp(`^.*/(?:${packed}|entities/[^/]+(?=/page/\\d+/$))`)) ?? [];
  if (here && document.querySelector(".page--missing")) location.replace(`${here}/`);
})();

// Paragraphs have the same anchors in every language, and lists and the search page the same queries: the switch of
// languages leads to the same one.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-language-switch]");
  if (!link) return;
  link.hash = location.hash;
  link.search = location.search;
});

// Where the number of a paragraph leads, for whoever goes from link to link.
(() => {
  const { paragraph = "{n}" } = globalThis.archiveParts ?? {};
  for (const link of document.querySelectorAll(":is(.paragraph, .kwic > li) > a:first-child"))
    link.setAttribute("aria-label", paragraph.replace("{n}", link.textContent));
})();

// Texts, translations or both: one choice for all pages, kept with the choices of a document's page (reading.js).
(() => {
  const KEY = "archive.reading";
  const root = document.documentElement;
  for (const form of document.querySelectorAll("[data-reading-controls]")) {
    const fields = form.querySelectorAll("[name=view]");
    for (const field of fields) field.checked = field.value === (root.dataset.view ?? "both");
    form.querySelector("[data-print]")?.addEventListener("click", () => print());
    form.hidden = false;
  }
  document.addEventListener("change", ({ target }) => {
    // What stands on paper beside the text (stylesheets/print.css).
    if (target.name === "notes") root.dataset.notes = target.checked ? "on" : "off";
    if (target.name !== "view" || !target.closest("[data-reading-controls]")) return;
    root.dataset.view = target.value;
    try {
      const kept = JSON.parse(localStorage.getItem(KEY));
      localStorage.setItem(KEY, JSON.stringify({ ...kept, view: target.value }));
    } catch {
      // Storage may be refused; the choice then lasts for this page.
    }
  });
})();

(() => {
  const result = document.querySelector("[data-md-component=search-result]");
  const input = document.querySelector("[data-md-component=search-query]");
  if (!result || !input) return;
  const said = document.querySelector("[data-search-said]");

  // What the theme and its worker say to one another, and what the archive's worker says besides.
  const [SETUP, READY, QUERY, FOUND, FAILED, OPEN, NEAR] = [0, 1, 2, 3, 4, 5, 6];
  const PATIENCE = 400;

  const BELOW = new URL("../search/below.js", document.currentScript.src).href;
  const Worker = self.Worker;

  /**
   * Stands for the search worker that the theme makes. A worker in which anything could not be loaded is given up,
   * since it may keep what failed; the next question goes to a new one, which loads everything anew.
   */
  class SearchWorker extends EventTarget {
    constructor(address) {
      super();
      self.Worker = Worker;
      Object.assign(this, { address, worker: null, asked: "", failed: false, patience: 0 });
      input.addEventListener("focus", () => this.open(), { once: true });
      if (document.activeElement === input) this.open();
      input.addEventListener("input", () => this.emptied());
      input.form.addEventListener("reset", () => put(""));
      // The form leads to the search page; the theme would follow the first result, which may not be there yet.
      input.addEventListener("keydown", (event) => {
        if (event.key !== "Enter") return;
        event.stopPropagation();
        // Safari tells of the key that ends a composition by its code alone.
        if (event.keyCode === 229) event.preventDefault();
      });
      result.addEventListener("click", (event) => this.clicked(event), { capture: true });
      new MutationObserver(told).observe(result, { childList: true, subtree: true });
      document.getElementById("__search")?.addEventListener("change", told);
      addEventListener("keydown", escaped, { capture: true });
      addEventListener("online", () => this.failed && this.again());
      // The theme asks when it has read its own, empty index; the box does not depend on that.
      addEventListener("load", () => this.tell({ type: READY }));
    }

    postMessage({ type, data }) {
      if (type === SETUP) this.tell({ type: READY });
      if (type === QUERY) this.ask(data);
    }

    tell(data) {
      this.dispatchEvent(new MessageEvent("message", { data }));
    }

    /** The worker, made when there is none; null where the browser makes none. */
    live() {
      try {
        return (this.worker ??= location.protocol === "file:" ? this.local() : this.made());
      } catch {
        return null;
      }
    }

    /** What does a worker's work in the page itself, since of files on a disk no worker is made. */
    local() {
      const site = new URL("../../", new URL(this.address, location));
      const program = new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = new URL("assets/search/search.js", site);
        script.onload = () => resolve(globalThis.archiveSearch);
        script.onerror = reject;
        if (globalThis.archiveSearch) resolve(globalThis.archiveSearch);
        else document.head.append(script);
      });
      const answers = program.then(({ Answers }) => new Answers(document.documentElement.lang, site));
      answers.catch(() => {});
      const postMessage = async ({ type, data: query }) => {
        try {
          if (type === OPEN) return (await answers).open().catch(() => {});
          const answer = await (await answers).to(query);
          if (query === this.asked) this.answered({ type: FOUND, ...answer });
        } catch (error) {
          console.warn(error);
          this.givenUp(query);
        }
      };
      return { postMessage, terminate() {} };
    }

    made() {
      const worker = new Worker(this.address);
      worker.onmessage = ({ data }) => {
        if (worker !== this.worker) return;
        if (data.type === FOUND) this.answered(data);
        if (data.type === FAILED) this.givenUp(data.query);
        if (data.type === NEAR) this.beneath?.then((below) => below.answered(data));
      };
      worker.onerror = (event) => {
        event.preventDefault();
        if (worker === this.worker) this.givenUp(this.asked);
      };
      return worker;
    }

    open() {
      this.live()?.postMessage({ type: OPEN });
    }

    ask(query) {
      this.asked = query;
      clearTimeout(this.patience);
      // The theme asks for nothing as soon as a page is there; that is no use of the box.
      if (!query.trim()) {
        this.answered({ type: FOUND, data: { items: [] }, beside: "" });
        // Of blanks the theme would say that nothing holds them.
        return put("", query);
      }
      this.patience = setTimeout(() => put(status(result.dataset.waiting), "waiting"), PATIENCE);
      if (this.live()) this.worker.postMessage({ type: QUERY, data: query });
      else this.givenUp(query);
    }

    again() {
      input.focus();
      this.ask(input.value);
    }

    answered({ type, data, beside, below = "" }) {
      clearTimeout(this.patience);
      this.failed = false;
      if (input.value.trim() || !beside) put(beside);
      const names = [...result.querySelectorAll(".search-name b")].map((name) => name.textContent);
      if (said) said.textContent = names.join(" · ");
      this.tell({ type, data });
      this.below(below);
    }

    /** What can be looked for below the results; its program is read when there is something for the first time. */
    below(markup) {
      const query = this.asked;
      const ask = (data) => this.live()?.postMessage({ type: NEAR, data });
      if (markup) this.beneath ??= import(BELOW).then(({ Below }) => new Below(result, ask));
      this.beneath?.then((below) => below.offered(query, markup)).catch(() => (this.beneath = null));
    }

    givenUp(query) {
      this.worker?.terminate();
      this.worker = null;
      if (query !== this.asked) return this.ask(this.asked);
      clearTimeout(this.patience);
      if (!this.asked.trim()) return;
      this.failed = true;
      this.tell({ type: FOUND, data: { items: [] } });
      this.below("");
      const disk = location.protocol === "file:";
      put(disk ? status(result.dataset.disk) : status(result.dataset.failed) + again(), "failed");
    }

    emptied() {
      if (input.value.trim()) return;
      clearTimeout(this.patience);
      put("");
    }

    clicked(event) {
      if (!event.target.closest(".search-again")) return;
      event.preventDefault();
      event.stopPropagation();
      this.again();
    }
  }

  /** Puts something above the results; what the theme says there of their number is hidden while there is no answer. */
  function put(markup, unanswered = "") {
    const place =
      result.querySelector(".search-beside") ?? result.insertBefore(document.createElement("div"), result.firstChild);
    place.className = "search-beside";
    place.innerHTML = markup;
    result.classList.toggle("search-unanswered", Boolean(unanswered));
  }

  /** Whether results are there to be gone into, for whoever does not see them. */
  function told() {
    const open = document.getElementById("__search")?.checked && result.querySelector("a");
    input.setAttribute("aria-expanded", String(Boolean(open)));
  }

  /** From a result the way leads back to the box; from there, the theme closes it. */
  function escaped(event) {
    if (event.key !== "Escape" || event.isComposing || !result.contains(document.activeElement)) return;
    event.preventDefault();
    event.stopPropagation();
    input.focus();
  }

  const plain = (text) => {
    const made = document.createElement("i");
    made.textContent = text;
    return made.innerHTML;
  };
  const status = (text) => `<p role="status">${plain(text)}</p>`;
  // A link, since the theme's keys lead to links; where it leads, the same is asked by the search page.
  const again = () =>
    `<p><a class="search-again" href="${new URL(`?q=${encodeURIComponent(input.value)}`, input.form.action)}">${plain(result.dataset.again)}</a></p>`;

  // The theme makes one worker, while its script is run after this one.
  self.Worker = SearchWorker;
})();
