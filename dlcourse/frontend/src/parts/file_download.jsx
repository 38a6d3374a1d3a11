// A button to download a file: from the file's address if there is a server, else through the page itself.

import { usePage } from "../wire/page.js";
import { Button } from "./parts.jsx";

/**
 * `onFetch` asks the page for the file if there is no server.
 * @param {{ to: string, text: string, onFetch: () => void }} props
 */
export function FileButton({ to, text, onFetch }) {
  const { base } = usePage();
  if (!base) return <Button onClick={onFetch}>{text}</Button>;
  return <a class="dl-button" href={base + to} download>{text}</a>;
}
