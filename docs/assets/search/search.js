// All of the search for those who use it: the worker of the box and the search page. When the site is published this
// file is written anew with the others in it (build_tools/publish/squeeze/scripts.py), so that one request brings it all.

export { Answers } from "./answering.js";
export { absentMarkup, failedMarkup, isAbsent, nearMarkup, waitingMarkup } from "./beneath.js";
export { fetcher, inflated } from "./bytes.js";
export { filterChoices, unitChoices } from "./choices.js";
export { Engine } from "./engine.js";
export { asked, parse } from "./query.js";
export { divided, holding } from "./rank.js";
export { hitMarkup, namesMarkup, optionsMarkup } from "./results.js";
export { Index } from "./shards.js";
export { filled, marked, unmatched } from "./snippet.js";
export { suggestions } from "./suggest.js";
