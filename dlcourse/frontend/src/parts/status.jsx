// Says in words whether what was done is saved, and what to do when nobody is there any more.

import { at } from "../wire/times.js";

function sentence({ state, met, props }) {
  const { status, saved } = props;
  if (state === "saved") return saved ? status.saved_at.replace("{time}", at(saved)) : status.saved;
  if (state === "lost" && !met) return status.offline_start;
  return status[state];
}

/**
 * Saved and saving are there to be looked up; that nobody is there is told politely, in a region that is always there.
 * `wake` opens the page anew, where a page can be.
 */
export function Status({ now, wake }) {
  const alarming = now.state === "lost" || now.state === "gone";
  const words = now.props.status;
  return (
    <div class={`dl-status dl-status-${now.state}`}>
      {words && <span class="dl-status-mark" aria-hidden="true" />}
      {words && !alarming && <span>{sentence(now)}</span>}
      <span role="status">
        {words && alarming && sentence(now)} {words && now.state === "gone" && !wake && words.rerun}
      </span>
      {words && now.state === "gone" && wake && (
        <button type="button" class="dl-button" onClick={wake}>
          {words.wake}
        </button>
      )}
    </div>
  );
}
