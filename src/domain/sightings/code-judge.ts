/** Weighs what speaks for and against a code. What speaks is named; names that were never learnt count nothing. */
export interface CodeJudge {
  /** How likely a voucher code stands at a place, 0 to 1. */
  readonly isCode: (signs: readonly string[]) => number;
  /** How likely a code is told to be over, 0 to 1. */
  readonly isOver: (signs: readonly string[]) => number;
}
