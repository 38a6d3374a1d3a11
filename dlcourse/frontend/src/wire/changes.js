// Applies changes to props. `course/props_feed.py` finds them by comparing what this browser has with what the page
// shows now. Nothing is changed in place, and unchanged parts stay the same objects. No DOM here.

/**
 * A change at a place: a value to set, a key to remove, or items of a list to replace.
 * @typedef {{ at: (string | number)[], set?: any, drop?: boolean, from?: number, cut?: number, put?: any[] }} Change
 */

/**
 * The props with these changes.
 * @type {(props: any, changes: Change[]) => any}
 */
export const changed = (props, changes) => changes.reduce((now, change) => put(now, change.at, change), props);

/** @type {(value: any, place: (string | number)[], change: Change) => any} */
function put(value, [key, ...rest], change) {
  if (key === undefined) return "set" in change ? change.set : replaced(value, change);
  const copy = Array.isArray(value) ? [...value] : { ...value };
  if (change.drop && !rest.length) delete copy[key];
  else copy[key] = put(copy[key], rest, change);
  return copy;
}

/** @type {(list: any[], change: Change) => any[]} */
const replaced = (list, { from = 0, cut = 0, put: items = [] }) => [...list.slice(0, from), ...items, ...list.slice(from + cut)];
