/** Kinds of effects that reconciliation may ask for. */
export const RETURN_KINDS = ['commission.correct', 'commission.clawback'] as const;
export type ReturnKind = (typeof RETURN_KINDS)[number];
