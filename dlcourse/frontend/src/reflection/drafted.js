// What is drafted in the log's forms. No DOM here.

import { wordsOfSteps } from "../parts/steps_values.js";

const EXCERPT = 700; // characters of a draft that a list shows

/**
 * The words in a draft, whatever form it is of and whatever was kept there.
 * @param {Record<string, string>} fields
 * @returns {string}
 */
export const wordsOf = ({ steps, what, words }) => (steps ? wordsOfSteps(steps) : (what ?? words ?? ""));

/** @typedef {{ entry: string }[]} Entries entries that the page shows */

/**
 * The drafts whose form is not on the page of the whole log: `to` is the address of the session where it is, `entry` an
 * entry that is not among those shown.
 * @param {Course.DraftCard[]} drafts
 * @param {Entries} entries
 */
export const elsewhere = (drafts, entries) => drafts.map((card) => away(card, entries)).filter(({ to, entry }) => to || entry);

/**
 * @param {Course.DraftCard} card
 * @param {Entries} entries
 */
function away({ draft, slot, at, fields }, entries) {
  const [kind, ...rest] = slot.split("/");
  const session = ["prompt", "free", "promise"].includes(kind) ? rest[0] : "";
  const entry = kind === "entry" && !entries.some((shown) => shown.entry === rest[0]) ? rest[0] : "";
  return { draft, at, words: wordsOf(fields).trim().slice(0, EXCERPT), to: session ? `session/${session}` : "", entry };
}
