// Where an arrow key leads in a drawing.

/** @typedef {[number, number]} Point */
/** @type {Record<string, Point>} */
const DIRECTIONS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/**
 * The place to which an arrow key leads: the nearest that lies more in its direction than beside it; else the same.
 * @param {Point[]} places
 * @param {number} from
 * @param {string} key
 */
export function neighbour(places, from, key) {
  const [across, down] = DIRECTIONS[key] ?? [0, 0];
  let best = from;
  let least = Infinity;
  places.forEach(([x, y], at) => {
    const [dx, dy] = [x - places[from][0], y - places[from][1]];
    const ahead = dx * across + dy * down;
    const beside = Math.abs(dx * down) + Math.abs(dy * across);
    if (ahead > 0 && ahead >= beside * 0.5 && ahead + 2 * beside < least) [best, least] = [at, ahead + 2 * beside];
  });
  return best;
}
