const DRAWN = /^\s*(?:[-=*#~+]{2,}|\[)\s*(\p{L}[^-=*#~]{2,60}?)\s*(?:[-=*#~+]{2,}|\])?\s*$/u;

/** What a line of plain text says as a heading: drawn between dashes, or with a line of them below. */
export function plainHeading(line: string, next: string): string | null {
  const drawn = DRAWN.exec(line)?.[1];
  if (drawn !== undefined) return drawn;
  return /^\s*[-=~*]{4,}\s*$/.test(next) && /\p{L}/u.test(line) && line.length <= 80 ? line.trim() : null;
}
