// Moments and days as the reader's own browser writes them.

const format = (options, date) => new Intl.DateTimeFormat(undefined, options).format(date);

/** The time of a moment, and its day where that is not today. */
export function at(iso) {
  const time = new Date(iso);
  const today = time.toDateString() === new Date().toDateString();
  return format({ dateStyle: today ? undefined : "medium", timeStyle: "short" }, time);
}

/** The day and time of a moment. */
export const when = (iso) => format({ dateStyle: "medium", timeStyle: "short" }, new Date(iso));

/** A day that was given as such, in no time zone. */
export const day = (iso) => format({ dateStyle: "medium" }, new Date(`${iso}T12:00`));
