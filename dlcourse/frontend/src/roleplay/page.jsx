// The role-play page: one screen at a time.

import { useEffect, useRef } from "preact/hooks";
import { Brief, Comparison } from "./attempts.jsx";
import { Debrief } from "./debrief.jsx";
import { Heading } from "../parts/parts.jsx";
import { ahead } from "./replay_later.js";
import { Table } from "./table.jsx";
import { usePage } from "../wire/page.js";
import { useScreenStart } from "../at_table/view.js";

/**
 * One screen. Each attempt is a talk of its own: nothing of one is carried over to the next.
 * @param {Course.PropsOf["roleplay"]} props
 */
export function RolePlay(props) {
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  useScreenStart(box, screenOf(props));
  useEffect(() => void (props.screen === "table" && ahead()), [props.screen]);
  return (
    <>
      {props.studio && <ToStudio {...props.studio} />}
      <div class="dl-screen" ref={box}><Screen {...props} /></div>
    </>
  );
}

/** @param {Course.LinkProps} props */
function ToStudio({ to, text }) {
  const { base } = usePage();
  return base ? <p class="dl-to-studio"><a href={base + to}>{text}</a></p> : null;
}

/** @param {Course.PropsOf["roleplay"]} props */
const screenOf = (props) => (props.screen === "waiting" ? "" : `${props.screen} ${"play" in props ? props.play : ""}`);

/** @param {Course.PropsOf["roleplay"]} props */
function Screen(props) {
  switch (props.screen) {
    case "brief":
      return <Brief {...props} />;
    case "table":
      return <Table key={props.play} {...props} />;
    case "debrief":
      return <Debrief key={props.play} {...props} />;
    case "compare":
      return <Comparison {...props} />;
    case "waiting":
      return <Waiting {...props} />;
    default:
      return null;
  }
}

/**
 * Nothing to show yet, or nothing at all; why, the notice above says.
 * @param {Course.WaitingScreen} props
 */
const Waiting = ({ title }) => title && <Heading goal>{title}</Heading>;
