// A file to download: from its own address where there is a server, else through the page itself.

import { usePage } from "../wire/page.js";
import { Button } from "./parts.jsx";

/**
 * `onFetch` asks the page for the file, where no server has it.
 * @param {{ to: string, text: string, onFetch: () => void }} props
 */
export function FileButton({ to, text, onFetch }) {
  const { base } = usePage();
  if (!base) return <Button onClick={onFetch}>{text}</Button>;
  return <a class="dl-button" href={base + to} download>{text}</a>;
}
