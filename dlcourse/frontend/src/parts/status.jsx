// Says in words whether what was done is saved, and what to do when nobody is there any more.

import { at } from "../wire/times.js";

/** @param {Page.Now & { status: Course.StatusWords }} now */
function sentence({ state, met, props: { saved }, status }) {
  if (state === "saved") return saved ? status.saved_at.replace("{time}", at(saved)) : status.saved;
  if (state === "lost" && !met) return status.offline_start;
  return status[state];
}

/**
 * Says how a page is saved. Saved and saving are there to be looked up; that nobody is there is told politely, in a region that is always there.
 * `wake` opens the page anew, where a page can be.
 * @param {{ now: Page.Now, wake?: (() => void) | null }} props
 */
export function Status({ now, wake }) {
  const alarming = now.state === "lost" || now.state === "gone";
  const words = now.props.status;
  return (
    <div class={`dl-status dl-status-${now.state}`}>
      {words && <span class="dl-status-mark" aria-hidden="true" />}
      {words && !alarming && <span>{sentence({ ...now, status: words })}</span>}
      <span role="status">
        {words && alarming && sentence({ ...now, status: words })} {words && now.state === "gone" && !wake && words.rerun}
      </span>
      {words && now.state === "gone" && wake && (
        <button type="button" class="dl-button" onClick={wake}>
          {words.wake}
        </button>
      )}
    </div>
  );
}
