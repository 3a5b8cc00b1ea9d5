// Whether the reader wants the search by meaning, for which some megabytes are loaded once.

const KEY = "search-by-meaning";

/** "on" or "off" as the reader left it; null where nothing was chosen. */
export function chosen() {
  try {
    const value = localStorage.getItem(KEY);
    return value === "on" || value === "off" ? value : null;
  } catch {
    return null;
  }
}

/** Keeps "on" or "off" for the next time. */
export function choose(value) {
  try {
    localStorage.setItem(KEY, value);
  } catch {
    // A browser that keeps nothing asks again the next time.
  }
}

/** Whether the browser asks sites to save data. */
export const saving = () => Boolean(navigator.connection?.saveData);
