import { z } from 'zod';
import { sameWish } from '../../db/queries/proposals/same-wish.ts';
import { moneyWords } from '../../src/domain/money/money-words.ts';
import { lockNote } from '../../src/domain/networks/locks/lock-notes.ts';
import { NetworkExtendLock } from '../../src/domain/proposals/effects/network.ts';
import { propose } from '../../src/proposals/propose.ts';
import { defineTool, type ToolContext } from '../define-tool.ts';
import { Proposed } from '../proposed.ts';
import { answerArguments, answerFields } from '../proposing-fields.ts';
import { type LockCase, openLockCase } from './case/lock-case.ts';
import { type EarlierWarning, lockEvidence } from './case/lock-evidence.ts';
import { lockLetter } from './case/lock-letter.ts';

/** Which version of the rules about early locks made a proposal. */
const RULES = 'early-lock-rules@1';
const KIND = 'network.extend-lock';

/** Which sales and how much is looked up here, never handed in. Once for each warning: 7, 3 and 1 days ahead. */
export const proposeExtension = defineTool({
  name: 'locks_propose_extension',
  description:
    'Propose to ask one network to lock sales later because they may still come back: once for each warning, in place of the one before. A person decides.',
  effect: 'proposes',
  exposure: { strangersText: false, privateData: true },
  input: z.strictObject({
    item: z.string().min(3).max(200).describe('Network, currency and week, as the run found them.'),
    ...answerFields,
  }),
  arguments: { item: 'REF', ...answerArguments },
  output: Proposed,
  limits: { seconds: 60 },

  async run({ item, note, answers }, context) {
    const found = await openLockCase(context, item);
    if (found === null) return dropped('None of these sales locks within the days of warning (any more).');
    const dedupeKey = ['reconciliation', KIND, found.network, found.currency, found.week].join(':');
    const earlier = await earlierWarnings(context, dedupeKey);
    const told = earlier.find(({ daysBefore }) => daysBefore <= found.step);
    if (told !== undefined && answers === null)
      return one({ proposalId: told.proposalId, state: 'unchanged', reason: null });
    const outcome = await propose(
      context.db,
      draftOf(found, { dedupeKey, earlier, note, answers }, context),
      context,
    );
    return one({ ...outcome, reason: outcome.reason ?? null });
  },
});

type Earlier = EarlierWarning & { readonly proposalId: string };

async function earlierWarnings({ db }: ToolContext, dedupeKey: string): Promise<Earlier[]> {
  const wishes = await sameWish(db, dedupeKey);
  return wishes.flatMap(({ proposalId, status, effect }) => {
    const { data } = NetworkExtendLock.safeParse(effect);
    return data ? [{ proposalId, status, daysBefore: data.daysBefore }] : [];
  });
}

function draftOf(
  found: LockCase,
  {
    dedupeKey,
    earlier,
    note,
    answers,
  }: {
    readonly dedupeKey: string;
    readonly earlier: readonly Earlier[];
    readonly note: string | null;
    readonly answers: string | null;
  },
  { askedBy }: ToolContext,
): Parameters<typeof propose>[1] {
  const { network, currency, week, sales, micros, step, firstLocksAt, lastLocksAt } = found;
  const money = { micros: micros.toString(), currency };
  const { name } = lockNote(network);
  const from = firstLocksAt.toISOString().slice(0, 10);
  const sum = moneyWords(money);
  const number = `${sales.length} ${sales.length === 1 ? 'sale' : 'sales'}`;
  return {
    workflow: 'reconciliation',
    // Who asked for it may not approve it.
    proposedBy: askedBy ?? 'reconciliation',
    title: `${name} locks ${number} from ${from}, although they may still come back: ${sum}`,
    summary: `Within ${step} ${step === 1 ? 'day' : 'days'} ${name} begins to lock ${number} with ${sum} of commission. Their return window ends later: what comes back after the lock is paid all the same. Ask ${name} to keep them open.`,
    effect: {
      kind: KIND,
      partnerId: null,
      network,
      currency,
      week,
      daysBefore: step,
      firstLocksAt: firstLocksAt.toISOString(),
      lastLocksAt: lastLocksAt.toISOString(),
      ...lockLetter(found),
    },
    evidence: lockEvidence(found, earlier, note),
    source: null,
    partnerId: null,
    money,
    madeBy: { engine: 'embedded', prompt: null, rules: RULES },
    dedupeKey,
    answers,
  };
}

const one = (entry: Omit<Proposed['proposals'][number], 'kind'>): Proposed => ({
  proposals: [{ kind: KIND, proposalId: entry.proposalId, state: entry.state, reason: entry.reason }],
});

const dropped = (reason: string): Proposed => one({ proposalId: null, state: 'dropped', reason });
