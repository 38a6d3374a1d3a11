// The role-play page: one screen at a time.

import { Brief, Comparison } from "./attempts.jsx";
import { Debrief } from "./debrief.jsx";
import { Heading } from "../parts/parts.jsx";
import { Table } from "./table.jsx";

/**
 * One screen. Each attempt is a talk of its own: nothing of one is carried over to the next.
 * @param {Course.PropsOf["roleplay"]} props
 */
export function RolePlay(props) {
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
