import { createHash } from 'node:crypto';

/** One conversion that an effect touches. */
export interface ProposalLine {
  readonly network: string;
  readonly conversionId: string;
  readonly commissionMicros: bigint;
  readonly currency: string;
}

/** Order-independent sha256 (hex) of the lines: the same set gives the same hash, whatever order the rows arrive in. */
export function linesHash(lines: readonly ProposalLine[]): string {
  const rows = lines
    .map((line) =>
      JSON.stringify([line.network, line.conversionId, line.commissionMicros.toString(), line.currency]),
    )
    .sort();
  return createHash('sha256').update(rows.join('\n')).digest('hex');
}
