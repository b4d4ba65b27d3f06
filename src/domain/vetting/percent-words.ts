/** A share for people: `3.4 %`, `0.21 %`. */
export function percentWords(share: number): string {
  const percent = share * 100;
  return `${Number(percent.toPrecision(percent >= 100 ? 3 : 2))} %`;
}
