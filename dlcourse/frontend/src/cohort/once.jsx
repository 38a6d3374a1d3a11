// What is shown only once: codes, keys and phrases. The picture of a join code is drawn by the server.

import { useEffect, useRef, useState } from "preact/hooks";
import { useId, usePage } from "../wire/page.js";
import { Heading } from "../parts/parts.jsx";

/** @param {{ secrets: Course.SecretProps[] }} props */
export function Secrets({ secrets }) {
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  useEffect(() => {
    if (secrets.length) /** @type {HTMLElement | null | undefined} */ (box.current?.querySelector("[data-goal]"))?.focus();
  }, [secrets[0]?.text]);
  return <div ref={box}>{secrets.map((secret) => <Secret key={secret.text} {...secret} />)}</div>;
}

/** @param {Course.SecretProps} props */
function Secret({ title, text, note, scan }) {
  const id = useId();
  return (
    <section class="dl-secret" aria-labelledby={id}>
      <Heading depth={1} id={id} goal>{title}</Heading>
      <p class="dl-secret-text">{text}</p>
      {scan && <JoinPicture code={text} label={title} />}
      <p>{note}</p>
    </section>
  );
}

/**
 * The code goes to the server in the body of a request, so that it stands in no address and no log.
 * @param {{ code: string, label: string }} props
 */
export function JoinPicture({ code, label }) {
  const { base } = usePage();
  const [found, show] = useState(/** @type {{ svg: string, address: string, note: string } | null} */ (null));
  useEffect(() => {
    fetch(`${base}join-picture`, { method: "POST", body: new URLSearchParams({ code }) })
      .then((answer) => (answer.ok ? answer.json() : null))
      .then(show)
      .catch(() => show(null)); // the code can be typed
  }, [code]);
  if (!found) return null;
  const picture = `data:image/svg+xml;utf8,${encodeURIComponent(found.svg)}`;
  return (
    <>
      <img class="dl-secret-picture" src={picture} alt={label} width="240" height="240" />
      <p class="dl-secret-address">{found.address}</p>
      {found.note && <p role="note">{found.note}</p>}
    </>
  );
}
