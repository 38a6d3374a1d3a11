// @ts-nocheck: this file has no types yet.
// A form's draft: what stands in it, how that is kept, and other drafts of the same form.

import { useLog } from "./log_context.js";
import { usePage } from "../wire/page.js";
import { at } from "../wire/times.js";

/** What stands in the form: typed here, else the course's newest draft of it, else `begun`. */
export function useSlot(slot, begun) {
  const { keeper, drafts } = useLog();
  const own = keeper.get(slot);
  const cards = drafts.filter((card) => card.slot === slot);
  const card = own ? cards.find(({ draft }) => draft === own.draft) : cards[0];
  const filled = { ...begun, ...(own ?? card)?.fields };
  const others = cards.filter((other) => other !== card && other.draft !== own?.draft && !(other.draft === own?.over && other.count <= own.over_count));
  const change = (part) => keeper.change(slot, { ...filled, ...part }, card);
  const state = keeper.state(slot, card);
  return { filled, draft: (own ?? card)?.draft, count: (own ?? card)?.count, change, state, others, pending: state?.name === "sending" };
}

/** How the words are kept, in words; and a way to be rid of them. */
export function Keeping({ slot, draft, count, state }) {
  const { keeper, words } = useLog();
  const { queue } = usePage();
  const forget = () => {
    keeper.drop(slot);
    queue({ say: "DropDraft", draft, count });
  };
  return (
    <div class="dl-keeping">
      <span role="status">{state?.name === "said" ? words.said : ""}</span>
      {state && state.name !== "said" && <span class={`dl-keeping-${state.name}`}>{words[state.name].replace("{time}", state.at ? at(state.at) : "")}</span>}
      {draft && state?.name !== "sending" && <button type="button" class="dl-link" onClick={forget}>{words.put_away_own}</button>}
    </div>
  );
}

/** Drafts of the same form from elsewhere: nothing is laid over anything without being asked. */
export function OtherDrafts({ slot, others }) {
  const { keeper, words } = useLog();
  const { queue } = usePage();
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

/** The words in a draft, whatever form it is of. */
export function wordsOf({ steps, what, words }) {
  try {
    return steps ? JSON.parse(steps).map(([, text]) => text).join("\n") : (what ?? words ?? "");
  } catch {
    return "";
  }
}
