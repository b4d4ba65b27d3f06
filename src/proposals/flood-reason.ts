import type { Queryable } from '../../db/client.ts';
import { countFlood } from '../../db/queries/proposals/count-flood.ts';
import type { GatePolicy } from '../domain/proposals/gate-policy.ts';

const HOUR_MS = 3_600_000;

/** Sources that are ours: limits per document and stranger do not apply to them. */
export const OWN_SOURCES: readonly string[] = ['feed', 'file'];

/** Why one more proposal would be too many, or `null`: queues can be flooded to tire the person who approves. */
export async function floodReason(
  db: Queryable,
  {
    source,
    stranger,
    answers,
    runId,
    now,
  }: {
    readonly source: { readonly kind: string; readonly documentId: string } | null;
    readonly stranger: string | null;
    /** What a person sent back: the revision is that person's doing, not the stranger's. */
    readonly answers: string | null;
    readonly runId: string | null;
    readonly now: Date;
  },
  caps: GatePolicy['caps'],
): Promise<string | null> {
  const isStrangers = source !== null && answers === null && !OWN_SOURCES.includes(source.kind);
  const flood = await countFlood(db, {
    documentId: isStrangers ? source.documentId : null,
    stranger: isStrangers ? stranger : null,
    strangerSince: new Date(now.getTime() - HOUR_MS),
    runId,
  });
  if (flood.ofDocument >= caps.proposalsPerDocument) {
    return `One document makes at most ${caps.proposalsPerDocument} proposals.`;
  }
  if (flood.ofStranger >= caps.proposalsPerSourcePerHour) {
    return `One source makes at most ${caps.proposalsPerSourcePerHour} proposals an hour.`;
  }
  if (flood.ofRun >= caps.proposalsPerRun) return `One run makes at most ${caps.proposalsPerRun} proposals.`;
  return null;
}
