/** What is known of a text besides its words. */
export interface TextAround {
  /** Stretches of the text that are set off: bold, in a box, in another typeface. */
  readonly setOff: readonly (readonly [start: number, end: number])[];
  /** A discount or a word like voucher stands in the text or beside it. */
  readonly offer: boolean;
  /** The page, or the section, is about codes. */
  readonly aboutCodes: boolean;
}
