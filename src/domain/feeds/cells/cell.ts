/**
 * How one kind of cell is read: text in, canonical text out, ready for the database.
 *
 * Two cells that mean the same give the same canonical text, so that equal text is equal content.
 */
export interface Cell {
  /** Canonical text, `''` for a cell that says nothing, or `null` when it cannot be read. */
  readonly read: (text: string) => string | null;
  /** Ends the sentence "… must be …", for the person who has to mend the file. */
  readonly expects: string;
  /** True where a cell may hold any characters; spreadsheets may then take it for a formula. */
  readonly isText: boolean;
}
