import { Refusal } from '../../domain/errors.ts';
import type { Correction } from '../../domain/networks/correction.ts';
import { hasHappened } from '../../domain/networks/has-happened.ts';
import type { NetworkReader } from '../../domain/networks/network-reader.ts';
import type { JobState, LookUp, NetworkWriter, RowResult } from '../../domain/networks/network-writer.ts';

const NOT_FOUND = 404;

export interface WriterParts {
  readonly network: string;
  readonly batchMax: number;
  readonly idempotent: boolean;
  readonly reader: Pick<NetworkReader, 'readAgain'>;
  /** Sends one batch in one call, once: one result a row, in order. */
  readonly send: (batch: readonly Correction[], key: string, signal: AbortSignal) => Promise<RowResult[]>;
  readonly pollJob: (job: string, signal: AbortSignal) => Promise<JobState>;
}

/** The writing half of a network, made of the network's own sending and polling. */
export function createWriter({
  network,
  batchMax,
  idempotent,
  reader,
  send,
  pollJob,
}: WriterParts): NetworkWriter {
  return {
    network,
    batchMax,
    idempotent,
    pollJob: async (job, signal) => {
      try {
        return await pollJob(job, signal);
      } catch (error) {
        if (error instanceof Refusal && error.facts.status === NOT_FOUND) return { state: 'unknown' };
        throw error;
      }
    },
    async writeCorrections(rows, key, signal) {
      const results: RowResult[] = [];
      while (results.length < rows.length) {
        const batch = rows.slice(results.length, results.length + batchMax);
        const sent = await send(batch, key, signal);
        results.push(...sent);
        const stopped = sent.find(({ state }) => state === 'not_sent');
        // It takes nothing for now; the rest would only be turned away too.
        if (stopped) results.push(...rows.slice(results.length).map(() => stopped));
      }
      return results;
    },
    async lookUp(rows, signal) {
      const refs = rows.map(({ transactionId, convertedAt }) => ({
        transactionId,
        convertedAt: convertedAt === null ? null : new Date(convertedAt),
      }));
      try {
        const found = await reader.readAgain(refs, signal);
        return rows.map((row) => lookOf(row, found.get(row.transactionId)));
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== 'correction_impossible') throw error;
        return rows.map(() => ({ state: 'unseen', reason: error.sentence }) as const);
      }
    },
  };
}

function lookOf(row: Correction, found: Parameters<typeof hasHappened>[1] | undefined): LookUp {
  if (found === undefined) return { state: 'missing' };
  return { state: hasHappened(row, found) ? 'done' : 'not_yet', found };
}
