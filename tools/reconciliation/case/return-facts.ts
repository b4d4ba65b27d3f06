import { moneyWords } from '../../../src/domain/money/money-words.ts';
import { deniedMicros } from './denial-notes.ts';
import type { ReturnCase, ReturnGroup } from './return-case.ts';

/** The figures that the words about a case may use; money of several currencies stands side by side. */
export function returnFacts({ network, groups, paid, earlyLocks }: ReturnCase) {
  const corrections = groups.filter(({ kind }) => kind === 'commission.correct');
  const clawbacks = groups.filter(({ kind }) => kind === 'commission.clawback');
  const days = clawbacks.flatMap(({ rows }) => rows.flatMap(({ daysAfterLock }) => daysAfterLock ?? []));
  const wholes = corrections
    .flatMap(({ rows }) => rows)
    .filter(({ reversedMicros, earnedMicros }) => reversedMicros === earnedMicros);
  return {
    // Commission on our own links is owed by nobody else.
    network: network === 'direct' ? 'our own programme' : network,
    correctMoney: sums(corrections),
    correctCount: countOf(corrections),
    correctWhole: wholes.length,
    clawbackMoney: sums(clawbacks),
    clawbackCount: countOf(clawbacks),
    daysFirst: days.length === 0 ? null : Math.floor(Math.min(...days)),
    daysLast: days.length === 0 ? null : Math.floor(Math.max(...days)),
    inferredCorrections: inferredOf(corrections),
    inferredClawbacks: inferredOf(clawbacks),
    deniedCorrections: deniedOf(corrections),
    deniedClawbacks: deniedOf(clawbacks),
    paidCount: paid.length,
    locksInDays: earlyLocks[0]?.daysBefore ?? null,
  };
}

const countOf = (groups: readonly ReturnGroup[]): number =>
  groups.reduce((sum, { rows }) => sum + rows.length, 0);

const inferredOf = (groups: readonly ReturnGroup[]): number =>
  groups.reduce((sum, { rows }) => sum + rows.filter(({ isInferred }) => isInferred).length, 0);

const deniedOf = (groups: readonly ReturnGroup[]): number =>
  groups.reduce((sum, { kind, rows }) => sum + rows.filter((row) => deniedMicros(kind, row) > 0n).length, 0);

const sums = (groups: readonly ReturnGroup[]): string | null =>
  groups.length === 0
    ? null
    : groups.map(({ micros, currency }) => moneyWords({ micros: micros.toString(), currency })).join(' and ');
