/** Basis points as a person reads them: `8.5 %`. */
export const percent = (bps: number): string => `${Number((bps / 100).toFixed(2))}\u00A0%`;
