/** A file's row: the generic CSV's cells as text, empty where there is nothing. */
export type Row = Record<string, string>;

export interface Programme {
  readonly conversions: Row[];
  readonly orders: Row[];
  readonly refunds: Row[];
}
