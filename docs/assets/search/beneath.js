// What stands below the results of the theme's search box: what is near in meaning, or that it can be looked for.

import { hitMarkup } from "./results.js";
import { escaped } from "./snippet.js";

/** A link, since the theme's keys lead to links; where it leads, the search page looks for the same. */
function linked(text, query, { prefix, site }) {
  const address = new URL(`${prefix}search/?q=${encodeURIComponent(query)}`, site).href;
  return `<p><a class="search-near-look" href="${escaped(address)}">${escaped(text)}</a></p>`;
}

/** Markup that offers to look. */
export const offerMarkup = (query, { near }, where) => linked(near.ask, query, where);

/** Markup that says that it is being looked. */
export const waitingMarkup = ({ near }) => `<p role="status">${escaped(near.waiting)}</p>`;

/** Whether an error says that this copy of the site, as one for reading without a connection, comes without the encoder. */
export const isAbsent = (error) => error.status === 404 && /\/search\/encoder\//.test(error.url);

/** Markup that says so. */
export const absentMarkup = ({ near }) => `<p role="status">${escaped(near.absent)}</p>`;

/** Markup that says that it failed, and offers to look again. */
export const failedMarkup = (query, { near }, where) =>
  `<p role="status">${escaped(near.failed)}</p>${linked(near.again, query, where)}`;

/** Markup of what was found. */
export function nearMarkup(hits, words, where) {
  const said = `<p role="status">${escaped(hits.length ? words.near.judge : words.near.nothing)}</p>`;
  if (!hits.length) return said;
  const rows = hits.map((hit) => hitMarkup(hit, words, where)).join("");
  return `<h2>${escaped(words.near.mark)}</h2>${said}<ol class="search-results">${rows}</ol>`;
}
