// @ts-nocheck: this file has no types yet.
// The role-play page: one screen at a time.

import { Brief, Comparison } from "./attempts.jsx";
import { Debrief } from "./debrief.jsx";
import { Heading } from "../parts/parts.jsx";
import { Table } from "./table.jsx";

/** Nothing to show yet, or nothing at all; why, the notice above says. */
const Waiting = ({ title }) => title && <Heading goal>{title}</Heading>;

const SCREENS = { brief: Brief, table: Table, debrief: Debrief, compare: Comparison, waiting: Waiting };

export function RolePlay({ screen, ...props }) {
  const Screen = SCREENS[screen];
  // Each attempt is a talk of its own: nothing of one is carried over to the next.
  return Screen ? <Screen key={`${screen}-${props.play ?? ""}`} {...props} /> : null;
}
