// Tells what did not work and what to do next, in the words that came with it. Stays until it is closed or superseded.

/** @param {{ notice: Course.NoticeProps | null, words?: Course.StatusWords, onClose: () => void }} props */
export const Notice = ({ notice, words, onClose }) => (
  <div role="alert" class="dl-alert">
    {notice && (
      <div class="dl-notice">
        <div>
          {words && <strong>{words.failed}</strong>}
          <p dir="auto">
            <span class="dl-where">{notice.where}:</span> {notice.what}.
          </p>
          <p dir="auto">{notice.remedy}</p>
        </div>
        {words && (
          <button type="button" class="dl-button" onClick={onClose}>
            {words.dismiss}
          </button>
        )}
      </div>
    )}
  </div>
);
