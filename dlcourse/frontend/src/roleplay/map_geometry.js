// The geometry of the map of ways, in pixels: where boxes stand, and lines from box to box. No DOM here.

const LOW = 3.5; // em: how high a box is where it is wide
const HIGH = 3.75; // em: and where it is narrow, so that titles take more lines
const FEW = 3; // columns, at most, of a drawing with narrow boxes
const BETWEEN = 1.75; // em between two rows
const GAP = 0.75; // em between two boxes beside each other
const SPREAD = 0.8; // of a box's width: where lines may begin and end
const FAR = 18; // px between two lines at a box, at most
const STUB = 14; // px: how long the line of a way is that leads to nothing drawn
export const RING = 6; // px: the radius of the ring at its end

/** @typedef {[number, number]} Point */
/** @typedef {{ width: number, em: number, columns: number, rows: number }} Size what the drawing has to fit into */

/** @param {Size} size */
export const boxWidth = ({ width, em, columns }) => width / columns - GAP * em;

/** @param {Size} size */
export const boxHeight = ({ em, columns }) => (columns > FEW ? LOW : HIGH) * em;

/** @param {Size} size */
const rowHeight = (size) => boxHeight(size) + BETWEEN * size.em;

/** @param {Size} size */
export const height = (size) => size.rows * rowHeight(size);

/**
 * The middle of a place on the map.
 * @param {Point} place across and down, in scenes
 * @param {Size} size
 * @returns {Point}
 */
export const middle = ([across, down], size) => [(across * size.width) / size.columns, down * rowHeight(size) + boxHeight(size) / 2 + 1];

/**
 * The lines as paths, each with its head, and the stubs of every scene. Lines and stubs at one edge of a box stand beside
 * each other, in the order of where they lead.
 * @param {Course.MapDrawing} drawing
 * @param {number[]} stubs how many stubs each scene has
 * @param {Size} size
 */
export function lines(drawing, stubs, size) {
  const half = boxHeight(size) / 2;
  const at = drawing.places.map((place) => middle(place, size));
  const drawn = drawing.lines.map(({ ends: [from, to], through }) => ({ from, to, between: through.flatMap((place) => past(middle(place, size), half, at[to][1] > at[from][1])) }));
  const ports = new Ports(at, half, boxWidth(size));
  for (const [line, { from, to, between }] of drawn.entries()) {
    const down = at[to][1] > at[from][1];
    const way = [at[from], ...between, at[to]];
    ports.add(from, down ? "below" : "above", `from ${line}`, way[1][0]);
    ports.add(to, down ? "above" : "below", `to ${line}`, way[way.length - 2][0]);
  }
  stubs.forEach((count, scene) => Array.from({ length: count }, (_, stub) => ports.add(scene, "below", `stub ${scene} ${stub}`, Infinity)));
  const placed = ports.placed();
  return {
    paths: drawn.map(({ from, to, between }, line) => curve([placed[`from ${line}`], ...between, placed[`to ${line}`]], at[to][1] > at[from][1])),
    stubs: stubs.map((count, scene) => Array.from({ length: count }, (_, stub) => ended(placed[`stub ${scene} ${stub}`]))),
  };
}

/**
 * The points of a line that passes between the boxes of a row: straight along all of their height.
 * @param {Point} place
 * @param {number} half
 * @param {boolean} down
 * @returns {Point[]}
 */
const past = ([x, y], half, down) => (down ? [[x, y - half], [x, y + half]] : [[x, y + half], [x, y - half]]);

/** Where lines leave and reach the boxes: side by side on each edge. */
class Ports {
  /** @param {Point[]} at @param {number} half @param {number} wide */
  constructor(at, half, wide) {
    /** @type {Record<string, { name: string, toward: number }[]>} */
    this.edges = {};
    this.at = at;
    this.half = half;
    this.wide = wide;
  }

  /** @param {number} scene @param {"above" | "below"} edge @param {string} name @param {number} toward */
  add(scene, edge, name, toward) {
    (this.edges[`${scene} ${edge}`] ??= []).push({ name, toward });
  }

  placed() {
    /** @type {Record<string, Point>} */
    const found = {};
    for (const [key, ports] of Object.entries(this.edges)) {
      const [scene, edge] = key.split(" ");
      const [x, y] = this.at[Number(scene)];
      const step = Math.min(FAR, (SPREAD * this.wide) / ports.length);
      ports.sort((one, other) => one.toward - other.toward || 0);
      ports.forEach(({ name }, place) => (found[name] = [x + (place - (ports.length - 1) / 2) * step, edge === "below" ? y + this.half : y - this.half]));
    }
    return found;
  }
}

/**
 * A line through these points, straight up or down at each of them, and the head at its end.
 * @param {Point[]} points
 * @param {boolean} down
 */
function curve(points, down) {
  const [tipX, tipY] = points[points.length - 1];
  const sign = down ? 1 : -1;
  const through = [...points.slice(0, -1), /** @type {Point} */ ([tipX, tipY - sign * 7])];
  const parts = through.slice(1).map(([x, y], at) => {
    const [fromX, fromY] = through[at];
    const half = (fromY + y) / 2;
    return `C${point([fromX, half])} ${point([x, half])} ${point([x, y])}`;
  });
  return { line: `M${point(through[0])}${parts.join("")}`, head: `M${point([tipX, tipY])}l-4.5 ${-sign * 8}h9z` };
}

/** @param {Point} port @returns {{ line: string, end: Point }} */
const ended = ([x, y]) => ({ line: `M${point([x, y])}v${STUB - RING}`, end: [x, y + STUB] });

const point = (/** @type {Point} */ place) => place.map((number) => number.toFixed(1)).join(" ");
