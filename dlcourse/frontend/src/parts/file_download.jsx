// A file to take along: at an address of its own where there is a server, else asked of whatever draws the page.

import { usePage } from "../wire/page.js";
import { Button } from "./parts.jsx";

/** `what` names the file to `fetch`, which is what `useDownload` gives. */
export function File({ to, text, what, fetch }) {
  const { base } = usePage();
  if (!base) return <Button onClick={() => fetch(what)}>{text}</Button>;
  return <a class="dl-button" href={base + to} download>{text}</a>;
}
