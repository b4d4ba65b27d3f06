import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { LedgerEntry, LedgerTransaction } from '../../../src/domain/ledger/ledger-transaction.ts';
import { cloneDatabase } from '../../testing/clone-database.ts';
import { NOW } from '../../testing/gate-fixture.ts';
import { balances } from './balances.ts';
import { holdKey } from './hold-key.ts';
import { postLedger } from './post-ledger.ts';
import { reverseHold } from './reverse-hold.ts';

const { pools, drop } = await cloneDatabase();
afterAll(drop);

const entry = (more: Partial<LedgerEntry>): LedgerEntry => ({
  partnerId: 'p1',
  account: 'payable',
  amountMicros: 0n,
  currency: 'GBP',
  network: 'awin',
  conversionId: 'c1',
  ...more,
});

interface Move {
  readonly partnerId: string;
  readonly from: LedgerEntry['account'];
  readonly to: LedgerEntry['account'];
  readonly amountMicros: bigint;
  readonly currency: string;
}

const move: fc.Arbitrary<Move> = fc.record({
  partnerId: fc.constantFrom('p1', 'p2', 'p3'),
  from: fc.constantFrom('payable' as const, 'receivable' as const),
  to: fc.constantFrom('held' as const, 'commission_cost' as const),
  amountMicros: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
  currency: fc.constantFrom('GBP', 'EUR'),
});

/** Transactions by number: the same number again is the same transaction again. */
const steps = fc.array(
  fc.record({
    number: fc.integer({ min: 0, max: 5 }),
    reverse: fc.boolean(),
    moves: fc.array(move, { minLength: 1, maxLength: 4 }),
  }),
  { maxLength: 12 },
);

function transactionOf(sourceKey: string, moves: readonly Move[]): LedgerTransaction {
  return {
    kind: 'hold',
    sourceKey,
    occurredAt: NOW,
    memo: {},
    entries: moves.flatMap(({ partnerId, from, to, amountMicros, currency }) => [
      entry({ partnerId, account: from, amountMicros: -amountMicros, currency }),
      entry({ partnerId, account: to, amountMicros, currency }),
    ]),
  };
}

const key = (balance: { partnerId: string; account: string; currency: string }) =>
  `${balance.partnerId} ${balance.account} ${balance.currency}`;

async function bookedBalances(): Promise<Map<string, bigint>> {
  return new Map((await balances(pools.app)).map((balance) => [key(balance), balance.balanceMicros]));
}

describe('the ledger', () => {
  it('keeps every transaction at zero, every balance the sum of its entries, and adds nothing twice', async () => {
    let round = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        round += 1;
        const expected = await bookedBalances();
        const posted = new Map<number, LedgerTransaction>();
        const reversed = new Set<number>();
        for (const { number, reverse, moves } of sequence) {
          const actionId = `${round}-${number}`;
          const transaction = posted.get(number) ?? transactionOf(holdKey(actionId), moves);
          const isNew = await postLedger(pools.app, transaction);
          expect(isNew).toBe(!posted.has(number));
          posted.set(number, transaction);
          if (isNew) add(expected, transaction, 1n);
          if (!reverse) continue;
          await reverseHold(pools.app, { actionId, proposalId: 'x', at: NOW });
          if (!reversed.has(number)) add(expected, transaction, -1n);
          reversed.add(number);
        }
        expect(await bookedBalances()).toEqual(expected);
      }),
      { numRuns: 25 },
    );
    const { rows } = await pools.app.query(
      'select transaction_id from ledger_entry group by transaction_id, currency having sum(amount_micros) <> 0',
    );
    expect(rows).toEqual([]);
  });

  function add(into: Map<string, bigint>, { entries }: LedgerTransaction, sign: bigint): void {
    for (const one of entries) into.set(key(one), (into.get(key(one)) ?? 0n) + sign * one.amountMicros);
  }

  it('refuses what does not sum to zero, here and in the database', async () => {
    const lopsided = { ...transactionOf('lopsided', []), entries: [entry({ amountMicros: 1n })] };
    await expect(postLedger(pools.app, lopsided)).rejects.toThrow('off by 1 micros GBP');
    await expect(
      pools.app.query(`
        with t as (insert into ledger_transaction (kind, source_key, occurred_at) values ('x', 'x', now()) returning transaction_id)
        insert into ledger_entry (transaction_id, entry_no, partner_id, account, amount_micros, currency)
        select transaction_id, n, 'p1', 'held', n, 'GBP' from t, generate_series(1, 2) n`),
    ).rejects.toThrow('does not sum to zero');
  });

  it('refuses a transaction whose currencies only sum to zero together', async () => {
    const mixed = [entry({ amountMicros: 5n }), entry({ amountMicros: -5n, currency: 'EUR' })];
    await expect(postLedger(pools.app, { ...transactionOf('mixed', []), entries: mixed })).rejects.toThrow(
      'off by',
    );
  });

  it.each([
    'update ledger_entry set amount_micros = 0',
    'delete from ledger_entry',
    'delete from ledger_transaction',
  ])('is append-only: %s', async (sql) => {
    await expect(pools.app.query(sql)).rejects.toThrow('append-only');
  });
});
