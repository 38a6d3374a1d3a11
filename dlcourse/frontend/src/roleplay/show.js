// Going to an attempt, or back to the brief with all of them.

import { usePage } from "../wire/page.js";

/** Returns what shows an attempt; with none named, the brief. */
export function useShow() {
  const { send } = usePage("roleplay");
  return (play = "") => send({ say: "ShowScreen", play });
}
