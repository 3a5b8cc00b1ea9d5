// All of the search by meaning. When the site is published this file is written anew with the others in it
// (build_tools/publish/squeeze/scripts.py), so that one request brings it all.

export { Encoder } from "./encoder.js";
export { Near } from "./finding.js";
export { keeper } from "./kept.js";
