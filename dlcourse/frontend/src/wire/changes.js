// Puts changes into props: what `course/props_feed.py` found between what this browser has and what the page shows now.
// Nothing is changed in place; what did not change stays the same object. No DOM here.

/** The props with these changes. */
export const changed = (props, changes) => changes.reduce((now, change) => put(now, change.at, change), props);

function put(value, [key, ...rest], change) {
  if (key === undefined) return "set" in change ? change.set : replaced(value, change);
  const copy = Array.isArray(value) ? [...value] : { ...value };
  if (change.drop && !rest.length) delete copy[key];
  else copy[key] = put(copy[key], rest, change);
  return copy;
}

const replaced = (list, { from, cut, put: items }) => [...list.slice(0, from), ...items, ...list.slice(from + cut)];
