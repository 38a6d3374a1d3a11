// One's own network while it is entered: the drawing so far, and what changes it, by hand or from files.

import { useRef, useState } from "preact/hooks";
import { Acts } from "./acts.jsx";
import { Files } from "./files.jsx";
import { useOpenNetwork } from "./open_network.js";
import { Outcome } from "./outcome.jsx";
import { People } from "./people.jsx";
import { Picture } from "./picture.jsx";
import { Ties } from "./ties.jsx";
import { usePage } from "../wire/page.js";
import { useDownload } from "../wire/download.js";
import { AboutFiles, Consent } from "../parts/about_files.jsx";
import { Button, Heading } from "../parts/parts.jsx";

const NO_TIES = { who: "", to: /** @type {string[]} */ ([]) };

/** @param {Course.EnterScreen} props */
export function Enter({ heading, size, look, take, said, consent, picture, people, ties, acts, about_file, files, taken, remove, limit, back }) {
  const open = useOpenNetwork();
  const { send } = usePage("network");
  const download = useDownload(taken);
  const [filled, fill] = useState(NO_TIES);
  const parts = { said, limit };
  return (
    <>
      <header class="dl-head">
        <Heading goal>{heading}</Heading>
        <Button onClick={() => open()}>{back}</Button>
      </header>
      <div class="dl-row dl-so-far">
        <p>{size}</p>
        {look && <Button primary onClick={() => open("own", "look")}>{look}</Button>}
        {take && <Button onClick={() => download((ask) => send({ say: "FetchNetwork", ask, what: "own" }))}>{take}</Button>}
      </div>
      <Outcome said={said} part="all" />
      <AboutFiles about={about_file} />
      <div class="dl-network-entry">
        <Picture {...picture} ties={ties.form ? filled : NO_TIES} />
        <div class="dl-network-forms">
          <Consent about="network" consent={consent}>
            <People {...people} {...parts} />
            <Ties {...ties} {...parts} onFill={fill} />
            {acts && <Acts {...acts} said={said} />}
            <Files {...files} said={said} download={download} />
          </Consent>
          {remove && <Remove {...remove} />}
        </div>
      </div>
    </>
  );
}

/** @param {Course.RemoveNetworkProps} props */
function Remove({ title, note, submit }) {
  const box = useRef(/** @type {HTMLDetailsElement | null} */ (null));
  const { queue } = usePage("network");
  const remove = () => {
    /** @type {HTMLElement | null | undefined} */ (box.current?.closest(".dl-network")?.querySelector("[data-goal]"))?.focus();
    queue({ say: "RemoveNetwork" });
  };
  return (
    <details class="dl-more" ref={box}>
      <summary>{title}</summary>
      <p dir="auto">{note}</p>
      <Button onClick={remove}>{submit}</Button>
    </details>
  );
}
