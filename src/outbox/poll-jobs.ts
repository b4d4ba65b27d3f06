import { type ClaimedJob, claimJob } from '../../db/queries/corrections/claim-job.ts';
import type { JobEnd } from '../../db/queries/corrections/end-job.ts';
import { postponeJob } from '../../db/queries/corrections/postpone-job.ts';
import { Refusal } from '../domain/errors.ts';
import type { JobState } from '../domain/networks/network-writer.ts';
import { pollDelaySeconds } from '../domain/networks/poll-delay.ts';
import type { CheckContext } from './check-corrections.ts';
import { closeJob } from './close-job.ts';

const JOBS_MAX = 50;
/** Waiting for a turn within the network's limits counts. */
const POLL_SECONDS = 60;
/** Longer than a question takes: a job claimed that long ago belongs to a process that died. */
const CLAIM_SECONDS = 120;
/** A job that was given a moment ago may not be known everywhere yet. */
const UNKNOWN_POLLS = 3;
/** As long as corrections are looked at. */
const OVERDUE_MS = 2 * 86_400_000;

/**
 * Asks networks about the jobs that they made of what they took, each when it is due, and writes down how they ended.
 * What is asked next, and when, stands in the database: whoever comes after a killed process goes on.
 *
 * @returns how many were asked about.
 */
export async function pollJobs(context: CheckContext): Promise<number> {
  const { pool, lookers, now } = context;
  const askable = new Map(
    lookers.flatMap(({ target, pollJob }) => (pollJob ? [[target, pollJob] as const] : [])),
  );
  let asked = 0;
  while (asked < JOBS_MAX && askable.size > 0) {
    const claimed = await claimJob(pool, {
      targets: [...askable.keys()],
      at: now(),
      claimSeconds: CLAIM_SECONDS,
    });
    const pollJob = askable.get(claimed?.target ?? '');
    if (!claimed || !pollJob) break;
    asked += 1;
    try {
      const state = await pollJob(claimed.job, AbortSignal.timeout(POLL_SECONDS * 1_000));
      await settle(claimed, state, context);
    } catch (error) {
      await putOff(claimed, error, context);
      // It takes no more for now; its other jobs would only be turned away too.
      askable.delete(claimed.target);
    }
  }
  return asked;
}

async function settle(claimed: ClaimedJob, answer: JobState, context: CheckContext): Promise<void> {
  const end = endOf(claimed, answer, context.now());
  if (end !== null) await closeJob(context, claimed, end);
  else await postponeJob(context.pool, claimed, { until: later(claimed, 0, context.now()), problem: null });
}

/** How the job ended; null while it goes on. */
function endOf({ polls, givenAt }: ClaimedJob, answer: JobState, now: Date): JobEnd | null {
  const { state } = answer;
  const none = { errors: null, refused: {} };
  switch (state) {
    case 'done':
      return {
        state,
        errors: answer.errors,
        refused: Object.fromEntries(answer.refused),
        problem: answer.errors === 0 ? null : `The network refuses ${answer.errors} of its rows.`,
      };
    case 'failed':
      return { ...none, state, problem: answer.reason };
    case 'unknown':
      return polls < UNKNOWN_POLLS
        ? null
        : { ...none, state, problem: 'The network tells nothing about this job.' };
    case 'running':
      return now.getTime() - givenAt.getTime() < OVERDUE_MS
        ? null
        : { ...none, state: 'overdue', problem: 'The job had not ended after two days.' };
    default:
      return state satisfies never;
  }
}

async function putOff(claimed: ClaimedJob, error: unknown, context: CheckContext): Promise<void> {
  const { pool, log, now } = context;
  const at = now();
  const problem =
    error instanceof Refusal ? error.sentence : 'There was no answer, or no turn within the limits, in time.';
  log.warn(
    { actionId: claimed.actionId, target: claimed.target, job: claimed.job, err: error },
    'a network could not be asked about its job; it is tried later',
  );
  if (at.getTime() - claimed.givenAt.getTime() >= OVERDUE_MS) {
    await closeJob(context, claimed, { state: 'overdue', errors: null, refused: {}, problem });
    return;
  }
  const wanted = error instanceof Refusal ? Number(error.facts.retryAfterSeconds ?? 0) : 0;
  await postponeJob(pool, claimed, { until: later(claimed, wanted, at), problem });
}

const later = ({ polls }: ClaimedJob, wantedSeconds: number, at: Date): Date =>
  new Date(at.getTime() + Math.max(wantedSeconds || 0, pollDelaySeconds(polls)) * 1_000);
