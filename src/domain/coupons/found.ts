/** A code of the table, by its place in it, and how much speaks for it, in (0, 1]. */
export interface Found {
  readonly at: number;
  readonly weight: number;
}
