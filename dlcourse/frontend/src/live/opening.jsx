// Where those who lead a cohort open live sessions.

import { usePage } from "../wire/page.js";

/** @param {Course.OpenLiveProps} props */
export function OpenLive({ sessions }) {
  const { base } = usePage("open-live");
  return <ul>{sessions.map(({ to, title }) => <li key={to}><a href={base + to}>{title}</a></li>)}</ul>;
}
