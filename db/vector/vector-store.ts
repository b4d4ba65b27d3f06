/** How many numbers the embedding model gives for a text. */
export const DIMENSIONS = 512;

/** Most items that one `upsert` takes. */
export const UPSERT_ITEMS_MAX = 1_000;

/** Most neighbours that one `nearest` gives. */
export const NEAREST_MAX = 1_000;

export interface VectorItem {
  /** What sort of thing, as `mail` or `decision`; searches stay within one kind. */
  readonly kind: string;
  /** Which one, unique within its kind. */
  readonly refId: string;
  /** Of the text behind the vector; lets callers skip what they embedded before. */
  readonly contentHash: string;
  /** 512 finite numbers, not all zero; any length, stored with length 1. */
  readonly vector: Float32Array;
}

export interface Neighbour {
  readonly refId: string;
  /** The cosine of the angle between the two, in [-1, 1]; 1 means the same direction. */
  readonly similarity: number;
}

/** Finds what is similar. Every implementation keeps the same contract tests. */
export interface VectorStore {
  readonly name: 'exact' | 'pgvector';
  /** Adds, or replaces what has the same kind and id. At most 1,000 items, each id once. */
  upsert(items: readonly VectorItem[]): Promise<void>;
  /**
   * The `k` most similar items of a kind, most similar first, equally similar ones by id; fewer when there are fewer.
   *
   * @param k - 1 to 1,000.
   */
  nearest(vector: Float32Array, kind: string, k: number): Promise<Neighbour[]>;
  /** Which texts are in: id → content hash, for those of `refIds` that are there. */
  contentHashes(kind: string, refIds: readonly string[]): Promise<Map<string, string>>;
  /** Takes items out; ids that are not there are no mistake. */
  delete(kind: string, refIds: readonly string[]): Promise<void>;
}
