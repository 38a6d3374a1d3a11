// Opening a network, at the step where it is to be seen.

import { usePage } from "../wire/page.js";

/** Returns what opens a network; with none named, the choice of them. */
export function useOpenNetwork() {
  const { send } = usePage("network");
  return (network = "", /** @type {Course.OpenNetwork["step"]} */ step = "enter") => send({ say: "OpenNetwork", network, step });
}
