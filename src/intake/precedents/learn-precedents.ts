import { createHash } from 'node:crypto';
import { type PollLoop, startPollLoop } from '../../../db/poll-loop.ts';
import { markLearned } from '../../../db/queries/precedents/mark-learned.ts';
import { unlearnedDecisions } from '../../../db/queries/precedents/unlearned-decisions.ts';
import { caseText, vectorKindOf } from '../../domain/precedents/case-text.ts';
import type { WorkerLog } from '../../domain/worker-log.ts';
import type { PrecedentDeps } from './find-precedents.ts';

const BATCH = 64;
const PAUSE_MS = 5_000;

/**
 * Learns one batch of people's decisions: what each card was about goes into the vector store, so that the next
 * similar card can show what was decided. Learning twice changes nothing.
 *
 * @returns how many were learned.
 */
export async function learnPrecedents({ app, store, embed }: PrecedentDeps, now: Date): Promise<number> {
  const decisions = await unlearnedDecisions(app, BATCH);
  if (decisions.length === 0) return 0;
  const texts = decisions.map(caseText);
  const vectors = await embed(texts);
  await store.upsert(
    decisions.flatMap(({ kind, proposal_id: refId }, at) => {
      const vector = vectors[at];
      const text = texts[at];
      if (vector === undefined || text === undefined) return [];
      return [
        {
          kind: vectorKindOf(kind),
          refId,
          contentHash: createHash('sha256').update(text).digest('hex'),
          vector,
        },
      ];
    }),
  );
  await markLearned(app, decisions, now);
  return decisions.length;
}

/** Learns every few seconds, until it is stopped. Any number of processes may. */
export function startLearning(
  deps: PrecedentDeps,
  { now, log }: { now(): Date; readonly log: WorkerLog },
): PollLoop {
  return startPollLoop({
    pauseMs: PAUSE_MS,
    turn: async () => (await learnPrecedents(deps, now())) === BATCH,
    onError: (error) => log.error({ err: error }, 'decisions could not be learned and will be tried again'),
  });
}
