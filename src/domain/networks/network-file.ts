import type { DraftProblem, TransactionDraft } from './transaction-draft.ts';

/** How a network's files of transactions are read: the API's JSON, or a CSV that flattens the same fields. */
export interface NetworkFile {
  /** As `--format` names it; the column that keeps the whole record has this name too. */
  readonly network: string;
  /** As sentences name it. */
  readonly title: string;
  /**
   * Path in the JSON → names of the CSV's column, small letters and digits only; the first is the vendor's own. A dot
   * goes one level down.
   */
  readonly paths: readonly (readonly [path: string, names: readonly string[]])[];
  /** Paths without which a CSV is not read. */
  readonly required: readonly string[];
  /** A record, numbers as text, as a draft. */
  readonly draftOf: (record: unknown) => TransactionDraft | DraftProblem;
  /**
   * Where a network corrects by further records of its own, of which only the sum counts: whose sum a record belongs
   * to, and whether it is the first of it.
   */
  readonly netOf?: (record: unknown) => { readonly id: string; readonly isOriginal: boolean } | null;
}
