// Who turns to whom: the choice of a network, and the questions before its ties are seen. What there is to see is
// result.jsx; one's own network while it is entered is entry.jsx.

import { Enter } from "./entry.jsx";
import { Look } from "./result.jsx";
import { useOpenNetwork } from "./open_network.js";
import { usePage } from "../wire/page.js";
import { Form } from "../parts/form.jsx";
import { Button, Heading } from "../parts/parts.jsx";

/** @param {Course.PropsOf["network"]} props */
export function Network(props) {
  const screen = screenOf(props);
  return screen && <div class="dl-network">{screen}</div>;
}

/** @param {Course.PropsOf["network"]} props */
function screenOf(props) {
  switch (props.screen) {
    case "choose":
      return <Choose {...props} />;
    case "guess":
      return <Guess key={props.network} {...props} />;
    case "enter":
      return <Enter {...props} />;
    case "look":
      return <Look key={props.network} {...props} />;
    default:
      return null;
  }
}

/** @param {Course.ChooseScreen} props */
function Choose({ heading, lead, offers }) {
  return (
    <>
      <Heading goal>{heading}</Heading>
      <p class="dl-lead-in" dir="auto">{lead}</p>
      <ul class="dl-networks">{offers.map((offer) => <Offer key={offer.network} {...offer} />)}</ul>
    </>
  );
}

/** @param {Course.NetworkOfferProps} props */
function Offer({ network, step, title, about, size, mark, open: label }) {
  const open = useOpenNetwork();
  return (
    <li class="dl-offer">
      <Heading depth={1}>{title}</Heading>
      <p dir="auto">{about}</p>
      {(size || mark) && <p class="dl-quiet">{size} {mark && <span class="dl-mark dl-mark-done">{mark}</span>}</p>}
      <Button onClick={() => open(network, step)}>{label}</Button>
    </li>
  );
}

/** @param {Course.GuessScreen} props */
function Guess({ heading, about, crowd, form, back }) {
  const open = useOpenNetwork();
  const { send } = usePage("network");
  return (
    <>
      <header class="dl-head">
        <Heading goal>{heading}</Heading>
        <Button onClick={() => open()}>{back}</Button>
      </header>
      {about && <p dir="auto">{about}</p>}
      <Crowd {...crowd} />
      <section class="dl-task"><Form form={form} onLeave={() => send({ say: "ShowTies", topic: "" })} /></section>
    </>
  );
}

/** @param {Course.CrowdProps} props */
const Crowd = ({ title, items }) => (
  <section>
    <Heading depth={1}>{title}</Heading>
    <ul class="dl-names">{items.map((item) => <li key={item} dir="auto">{item}</li>)}</ul>
  </section>
);
