import type { Neighbour } from './vector-store.ts';
import { DIMENSIONS } from './vector-store.ts';

const START_CAPACITY = 256;

/** Vectors of one kind in memory, all compared with each question. */
export class ExactIndex {
  #refIds: string[] = [];
  #placeOf = new Map<string, number>();
  /** One vector after the other; the front `#refIds.length` places are in use. */
  #matrix = new Float32Array(START_CAPACITY * DIMENSIONS);

  get size(): number {
    return this.#refIds.length;
  }

  /** @param vector - of length 1. */
  set(refId: string, vector: Float32Array): void {
    let place = this.#placeOf.get(refId);
    if (place === undefined) {
      place = this.#refIds.length;
      this.#refIds.push(refId);
      this.#placeOf.set(refId, place);
      if ((place + 1) * DIMENSIONS > this.#matrix.length) this.#grow();
    }
    this.#matrix.set(vector, place * DIMENSIONS);
  }

  delete(refId: string): void {
    const place = this.#placeOf.get(refId);
    if (place === undefined) return;
    this.#placeOf.delete(refId);
    const last = this.#refIds.pop();
    if (last === undefined || last === refId) return;
    const from = this.#refIds.length * DIMENSIONS;
    this.#matrix.copyWithin(place * DIMENSIONS, from, from + DIMENSIONS);
    this.#refIds[place] = last;
    this.#placeOf.set(last, place);
  }

  /** The `k` most similar, best first, ties by id. */
  nearest(query: Float32Array, k: number): Neighbour[] {
    const best: Neighbour[] = [];
    for (let place = 0; place < this.#refIds.length; place += 1) {
      const similarity = dot(this.#matrix, place * DIMENSIONS, query);
      const worst = best.length < k ? undefined : best[best.length - 1];
      if (worst !== undefined && similarity < worst.similarity) continue;
      const found = { refId: this.#refIds[place] ?? '', similarity };
      if (worst !== undefined && compareNeighbours(found, worst) >= 0) continue;
      insert(best, found);
      if (best.length > k) best.pop();
    }
    return best;
  }

  #grow(): void {
    const larger = new Float32Array(this.#matrix.length * 2);
    larger.set(this.#matrix);
    this.#matrix = larger;
  }
}

/** More similar first, then by id in code-unit order. */
export function compareNeighbours(left: Neighbour, right: Neighbour): number {
  if (left.similarity !== right.similarity) return right.similarity - left.similarity;
  return left.refId < right.refId ? -1 : Number(left.refId > right.refId);
}

function insert(sorted: Neighbour[], item: Neighbour): void {
  let place = sorted.length;
  for (; place > 0; place -= 1) {
    const before = sorted[place - 1];
    if (before === undefined || compareNeighbours(before, item) <= 0) break;
  }
  sorted.splice(place, 0, item);
}

/** Four sums at a time let the processor overlap them; one would wait for each addition. */
function dot(matrix: Float32Array, from: number, query: Float32Array): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let index = 0; index < DIMENSIONS; index += 4) {
    a += (matrix[from + index] ?? 0) * (query[index] ?? 0);
    b += (matrix[from + index + 1] ?? 0) * (query[index + 1] ?? 0);
    c += (matrix[from + index + 2] ?? 0) * (query[index + 2] ?? 0);
    d += (matrix[from + index + 3] ?? 0) * (query[index + 3] ?? 0);
  }
  return a + b + c + d;
}
