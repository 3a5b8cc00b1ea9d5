// What has to be done before a page is shown. It stands in the <head> of every page, and takes the place of the
// scripts that the theme writes into its pages: the policy of the pages (overrides/main.html) lets only files run.

(() => {
  const { scope, palette, kind } = document.currentScript.dataset;
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  // The theme adds this later; a class of the root that changes then makes the browser go through all of the page again.
  root.classList.add("js-focus-visible");
  root.classList.toggle("on-disk", location.protocol === "file:");

  // Where the theme keeps what readers chose. Other sites of the same origin write into the same store, so what is not
  // as the theme writes it counts as nothing.
  const options = palette
    ? JSON.parse(palette)
    : [
        { media: "(prefers-color-scheme)", scheme: "default" },
        { media: "(prefers-color-scheme: light)", scheme: "default" },
        { media: "(prefers-color-scheme: dark)", scheme: "slate" },
      ];
  self.archivePalette = options;
  const sound = {
    __palette: ({ index }) => Number.isInteger(index) && index in options,
    __tabs: Array.isArray,
  };
  self.__md_scope = new URL(scope, location);
  self.__md_hash = (text) => [...text].reduce((hash, char) => (hash << 5) - hash + char.charCodeAt(0), 0);
  self.__md_get = (name, store, from = self.__md_scope) => {
    try {
      const value = JSON.parse((store ?? localStorage).getItem(`${from.pathname}.${name}`));
      return value && (sound[name]?.(value) ?? true) ? value : null;
    } catch {
      return null;
    }
  };
  self.__md_set = (name, value, store, from = self.__md_scope) => {
    try {
      (store ?? localStorage).setItem(`${from.pathname}.${name}`, JSON.stringify(value));
    } catch {
      // Storage may be refused; the choice then lasts for this page.
    }
  };

  // Before the first paint, so that nobody who reads in the dark is flashed at.
  const fits = ({ media }) => matchMedia(media).matches;
  const system = ({ media }) => media === "(prefers-color-scheme)";
  const chosen = options[self.__md_get("__palette")?.index] ?? options.find(fits);
  const shown = chosen && system(chosen) ? options.find((one) => !system(one) && fits(one)) : chosen;
  const paint = new MutationObserver(() => {
    if (!document.body) return;
    if (shown) document.body.dataset.mdColorScheme = shown.scheme;
    paint.disconnect();
  });
  paint.observe(root, { childList: true });

  // The choices beside a text are the same on all pages of a language, which share them (parts.LANGUAGE.js, before this).
  // They are put in while the page is read, so that nothing jumps.
  const { controls = "" } = self.archiveParts ?? {};
  const filled = new MutationObserver(() => {
    for (const form of document.querySelectorAll("form[data-parts]:empty")) {
      const wanted = form.dataset.parts.split(" ");
      form.innerHTML = controls;
      for (const part of form.querySelectorAll("[data-part]")) if (!wanted.includes(part.dataset.part)) part.remove();
    }
  });
  filled.observe(root, { childList: true, subtree: true });
  addEventListener("DOMContentLoaded", () => filled.disconnect());

  // Texts, translations or both, as chosen on any page (frame.js).
  try {
    const { view } = JSON.parse(localStorage.getItem("archive.reading")) ?? {};
    if (["original", "both", "translation"].includes(view)) root.dataset.view = view;
  } catch {
    // Both are shown.
  }

  // The theme opens its own box wherever the address holds a query; on the search page the query is that page's.
  if (kind === "search" && location.search) {
    const query = location.search;
    root.dataset.query = query;
    // The program is on its way while the page is read. Of what lies on a disk nothing can be loaded ahead.
    if (location.protocol !== "file:") {
      const program = new URL("../search/search.js", document.currentScript.src);
      document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href: program }));
    }
    history.replaceState(history.state, "", location.pathname + location.hash);
    addEventListener("DOMContentLoaded", () =>
      history.replaceState(history.state, "", location.pathname + query + location.hash),
    );
  }
})();
