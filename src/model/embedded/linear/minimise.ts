/** A function of many numbers: its value at `point`, with its slope written into `gradient`. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

const HISTORY = 8;
const HALVINGS_MAX = 25;
/** Armijo's condition: how much of the promised fall a step must bring. */
const SUFFICIENT_FALL = 1e-4;

/**
 * Walks to the minimum of a smooth convex function by L-BFGS with backtracking.
 *
 * The same input gives the same output, to the last bit, on one machine.
 *
 * @param start - changed in place to the point found, and returned.
 * @param stepsMax - steps at most; it stops before when a step gains less than `gainMin` of the value.
 */
export function minimise(
  objective: Objective,
  start: Float64Array,
  stepsMax: number,
  gainMin: number,
): Float64Array {
  const size = start.length;
  const moves: { step: Float64Array; turn: Float64Array; curve: number }[] = [];
  let gradient = new Float64Array(size);
  let nextGradient = new Float64Array(size);
  const next = new Float64Array(size);
  let value = objective(start, gradient);
  for (let step = 0; step < stepsMax; step++) {
    const direction = descent(gradient, moves);
    const slope = dot(gradient, direction);
    if (slope >= 0) break;
    let length = moves.length === 0 ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
    let nextValue = Number.POSITIVE_INFINITY;
    for (let halving = 0; halving < HALVINGS_MAX; halving++) {
      for (let i = 0; i < size; i++) next[i] = (start[i] ?? 0) + length * (direction[i] ?? 0);
      nextValue = objective(next, nextGradient);
      if (nextValue <= value + SUFFICIENT_FALL * length * slope) break;
      length /= 2;
    }
    if (!(nextValue < value)) break;
    const move = new Float64Array(size);
    const turn = new Float64Array(size);
    for (let i = 0; i < size; i++) {
      move[i] = (next[i] ?? 0) - (start[i] ?? 0);
      turn[i] = (nextGradient[i] ?? 0) - (gradient[i] ?? 0);
    }
    const curve = dot(move, turn);
    if (curve > 1e-12) moves.push({ step: move, turn, curve });
    if (moves.length > HISTORY) moves.shift();
    start.set(next);
    [gradient, nextGradient] = [nextGradient, gradient];
    const gain = value - nextValue;
    value = nextValue;
    if (gain < gainMin * Math.abs(value)) break;
  }
  return start;
}

/** The two-loop recursion: the downhill direction, bent by the curvature of the last moves. */
function descent(
  gradient: Float64Array,
  moves: readonly { step: Float64Array; turn: Float64Array; curve: number }[],
): Float64Array {
  const direction = gradient.map((slope) => -slope);
  const shares: number[] = [];
  for (const { step, turn, curve } of moves.toReversed()) {
    const share = dot(step, direction) / curve;
    shares.push(share);
    add(direction, turn, -share);
  }
  const last = moves.at(-1);
  if (last) {
    const scale = last.curve / dot(last.turn, last.turn);
    for (let i = 0; i < direction.length; i++) direction[i] = (direction[i] ?? 0) * scale;
  }
  shares.reverse();
  moves.forEach(({ step, turn, curve }, at) => {
    add(direction, step, (shares[at] ?? 0) - dot(turn, direction) / curve);
  });
  return direction;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function add(to: Float64Array, what: Float64Array, times: number): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] ?? 0) + times * (what[i] ?? 0);
}
