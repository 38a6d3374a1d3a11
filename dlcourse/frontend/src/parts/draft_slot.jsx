// A form's draft: what stands in it, how that is kept, and other drafts of the same form.

import { usePage } from "../wire/page.js";
import { at } from "../wire/times.js";

/** @typedef {Record<string, string>} Fields what is filled in, by the names of the form's fields */
/** @typedef {Course.DraftCard} Card a draft that the course keeps */

/**
 * What stands in the form: filled in here, else the course's newest draft of it, else `begun`. `hasWords(fields)` says
 * whether there are words in it; without any it is kept in the tab alone.
 * @param {string} slot
 * @param {Fields} begun
 * @param {(fields: Fields) => boolean} hasWords
 */
export function useSlot(slot, begun, hasWords = () => true) {
  const { keeper, drafts } = usePage();
  const own = keeper.get(slot);
  const cards = drafts.filter((card) => card.slot === slot);
  const card = own ? cards.find(({ draft }) => draft === own.draft) : cards[0];
  /** @type {Fields} */
  const filled = { ...begun, ...(own ?? card)?.fields };
  const replaced = (/** @type {Card} */ { draft, count }) => draft === own?.draft || (draft === own?.over && count <= own.over_count);
  const change = (/** @type {Fields} */ part) => {
    const next = { ...filled, ...part };
    const lasts = card || (own && own.lasting !== false) || hasWords(next);
    keeper[lasts ? "change" : "choose"](slot, next, card);
  };
  const state = keeper.state(slot, card);
  return {
    filled,
    change,
    draft: (own ?? card)?.draft,
    count: (own ?? card)?.count,
    state,
    others: cards.filter((other) => other !== card && !replaced(other)),
    pending: state?.name === "sending",
    /** The id for the command that sends it. */
    claim: () => keeper.claim(slot, card?.draft),
  };
}

/**
 * How the words are kept, in words; and a way to be rid of them. `said` is told once they were sent.
 * @param {{ slot: string, draft?: string, count?: number, state: { name: string, at?: string } | null, said?: string }} props
 */
export function Keeping({ slot, draft, count, state, said = "" }) {
  const { keeper, queue, draft_words: words } = usePage();
  const forget = () => {
    keeper.drop(slot);
    if (draft && count) queue({ say: "DropDraft", draft, count });
  };
  const tells = state && state.name !== "said";
  return (
    <div class="dl-keeping">
      {said && <span role="status">{state?.name === "said" ? said : ""}</span>}
      {tells && <span class={`dl-keeping-${state.name}`}>{words[/** @type {keyof Course.DraftWords} */ (state.name)].replace("{time}", state.at ? at(state.at) : "")}</span>}
      {tells && draft && state.name !== "sending" && <button type="button" class="dl-link" onClick={forget}>{words.put_away_own}</button>}
    </div>
  );
}

/**
 * Drafts of the same form from elsewhere: nothing is laid over anything without being asked.
 * @param {{ slot: string, others: Card[], wordsOf: (fields: Fields) => string }} props
 */
export function OtherDrafts({ slot, others, wordsOf }) {
  const { keeper, queue, draft_words: words } = usePage();
  return others.map((card) => (
    <aside key={card.draft} class="dl-other-draft" aria-label={words.other_draft.replace("{time}", at(card.at))}>
      <p><b>{words.other_draft.replace("{time}", at(card.at))}</b> {words.other_note}</p>
      <p class="dl-entry-words" dir="auto">{wordsOf(card.fields)}</p>
      <div class="dl-row">
        <button type="button" class="dl-button" onClick={() => keeper.take(slot, card)}>{words.take}</button>
        <button type="button" class="dl-button" onClick={() => queue({ say: "DropDraft", draft: card.draft, count: card.count })}>{words.put_away}</button>
      </div>
    </aside>
  ));
}
