import type { Delivery, DeliveryAnswer, DeliveryTarget } from '../../domain/deliveries/delivery-target.ts';
import { Refusal } from '../../domain/errors.ts';
import type { Correction } from '../../domain/networks/correction.ts';
import type { CorrectionJournal, JournalEntry } from '../../domain/networks/correction-journal.ts';
import { correctionKey } from '../../domain/networks/correction-key.ts';
import type { NetworkWriter, RowResult } from '../../domain/networks/network-writer.ts';

export interface NetworkTargetParts {
  readonly writer: NetworkWriter;
  readonly journal: CorrectionJournal;
  /** The rows of an approved plan, by the action's id, checked against its hash. */
  readonly rowsOf: (actionId: string) => Promise<readonly Correction[]>;
  readonly now: () => Date;
  /** How long one attempt may take, seconds; batches wait for the network's limits. */
  readonly callSeconds?: number;
}

const CALL_SECONDS = 600;
const SENDING: JournalEntry = { state: 'sending' };
const UNCLEAR = {
  state: 'unclear',
  reason: 'It may have been sent, and the network does not show it.',
} as const;

/**
 * Delivers a plan of corrections to one network. What an earlier attempt sent is remembered and never sent again; what
 * it may have sent is looked up first, and goes to a person when the network does not show it. `accepted` says that
 * every row was taken or clearly refused: whether the network did it is for the poll and the second look.
 */
export function createNetworkTarget(parts: NetworkTargetParts): DeliveryTarget {
  const { writer, callSeconds = CALL_SECONDS } = parts;
  return {
    name: writer.network,
    idempotent: false,
    callSeconds,
    deliver: (delivery, signal) => deliver(parts, delivery, signal),
    lookUp: async (actionId, signal) => {
      const known = new Map(await parts.journal.read(actionId));
      // Nothing was ever sent under this key.
      if (known.size === 0) return null;
      const rows = await keyedRows(parts, actionId);
      const problem = await settleDoubts(parts, actionId, rows, known, signal);
      const answer = problem ?? answerOf(writer.network, entriesOf(rows, known), parts.now());
      return answer.state === 'accepted' ? answer.receipt : null;
    },
  };
}

type Rows = ReadonlyMap<string, Correction>;

async function keyedRows({ rowsOf }: NetworkTargetParts, actionId: string): Promise<Rows> {
  return new Map((await rowsOf(actionId)).map((row) => [correctionKey(row), row]));
}

const entriesOf = (rows: Rows, known: ReadonlyMap<string, JournalEntry>): JournalEntry[] =>
  [...rows.keys()].map((key) => known.get(key) ?? UNCLEAR);

async function deliver(
  parts: NetworkTargetParts,
  { idempotencyKey: actionId }: Delivery,
  signal: AbortSignal,
): Promise<DeliveryAnswer> {
  const { writer, journal, now } = parts;
  const rows = await keyedRows(parts, actionId);
  const known = new Map(await journal.read(actionId));
  const problem = await settleDoubts(parts, actionId, rows, known, signal);
  if (problem !== null) return problem;

  const unsent = [...rows].filter(([key]) => (known.get(key)?.state ?? 'not_sent') === 'not_sent');
  if (unsent.length > 0) {
    // Written down first: whoever comes after a crash knows that these may have gone out.
    await remember(known, journal, actionId, new Map(unsent.map(([key]) => [key, SENDING])));
    const results = await writer.writeCorrections(
      unsent.map(([, row]) => row),
      actionId,
      signal,
    );
    await remember(
      known,
      journal,
      actionId,
      new Map(unsent.map(([key], index) => [key, results[index] ?? UNCLEAR])),
    );
  }
  return answerOf(writer.network, entriesOf(rows, known), now());
}

/** Looks up what may have been sent, and remembers what the network shows; an answer when it cannot be asked. */
async function settleDoubts(
  { writer, journal }: NetworkTargetParts,
  actionId: string,
  rows: Rows,
  known: Map<string, JournalEntry>,
  signal: AbortSignal,
): Promise<DeliveryAnswer | null> {
  const doubtful = [...rows].filter(([key]) => ['sending', 'unclear'].includes(known.get(key)?.state ?? ''));
  if (doubtful.length === 0) return null;
  try {
    const looks = await writer.lookUp(
      doubtful.map(([, row]) => row),
      signal,
    );
    const seen = doubtful.map(([key], index): [string, RowResult] => [
      key,
      looks[index]?.state === 'done' ? { state: 'accepted', job: null } : UNCLEAR,
    ]);
    await remember(known, journal, actionId, new Map(seen));
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { state: 'unclear', reason: `It could not be looked up: ${error.sentence}` };
  }
}

async function remember(
  known: Map<string, JournalEntry>,
  journal: CorrectionJournal,
  actionId: string,
  entries: ReadonlyMap<string, JournalEntry>,
): Promise<void> {
  await journal.write(actionId, entries);
  for (const [key, entry] of entries) known.set(key, entry);
}

/** One answer for all rows: doubt weighs most, then what is still to be sent. */
function answerOf(network: string, entries: readonly JournalEntry[], at: Date): DeliveryAnswer {
  const unclear = entries.find((entry) => entry.state === 'unclear' || entry.state === 'sending');
  if (unclear) return { state: 'unclear', reason: 'reason' in unclear ? unclear.reason : UNCLEAR.reason };
  const waiting = entries.find((entry) => entry.state === 'not_sent');
  if (waiting?.state === 'not_sent') {
    const { reason, retryAfterSeconds } = waiting;
    return { state: 'failed', reason, ...(retryAfterSeconds === null ? {} : { retryAfterSeconds }) };
  }
  const [first] = entries;
  if (first?.state === 'rejected' && entries.every(({ state }) => state === 'rejected')) {
    return { state: 'refused', reason: first.reason };
  }
  return { state: 'accepted', receipt: { receivedAt: at, body: bodyOf(network, entries) } };
}

function bodyOf(network: string, entries: readonly JournalEntry[]): Record<string, unknown> {
  const accepted = entries.filter((entry) => entry.state === 'accepted');
  const rejected = entries.filter((entry) => entry.state === 'rejected');
  return {
    network,
    rows: entries.length,
    accepted: accepted.length,
    rejected: rejected.length,
    jobs: [...new Set(accepted.flatMap(({ job }) => (job === null ? [] : [job])))].slice(0, 1_000),
    reasons: [...new Set(rejected.map(({ reason }) => reason))].slice(0, 20),
  };
}
