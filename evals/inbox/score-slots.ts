import type { Slots } from '../../src/domain/inbox/triage.ts';
import { wilsonInterval } from '../../src/domain/statistics/wilson-interval.ts';
import type { Metric } from '../suite-result.ts';
import type { MailCase } from './mail-case.ts';
import type { Scored } from './score.ts';

type Labels = MailCase['labels']['slots'];

/** What was labelled and what was found, for each slot. */
const SLOTS: Readonly<
  Record<
    string,
    { labelled: (slots: Labels) => readonly string[]; found: (slots: Slots) => readonly string[] }
  >
> = {
  requestedRate: {
    labelled: ({ requestedRate }) => present(requestedRate),
    found: (slots) => present(slots.requestedRate),
  },
  orderReferences: {
    labelled: ({ orderReferences }) => orderReferences ?? [],
    found: (slots) => slots.orderReferences,
  },
  amount: { labelled: ({ amount }) => present(amount), found: ({ amounts }) => amounts },
  codes: { labelled: ({ codes }) => codes ?? [], found: (slots) => slots.codes },
  deadline: { labelled: ({ deadline }) => present(deadline), found: (slots) => present(slots.deadline) },
  links: { labelled: ({ links }) => links ?? [], found: (slots) => slots.links },
};

/**
 * How many labelled values were found, and, of what was found in mails that have such a label, how many were labelled.
 *
 * Values agree when one holds the other ("on Friday", "Friday"), ignoring case and spaces.
 */
export function scoreSlots(scored: readonly Scored[]): Record<string, Metric> {
  const metrics: Record<string, Metric> = {};
  for (const [name, { labelled, found }] of Object.entries(SLOTS)) {
    const mails = scored
      .map(({ mailCase, triage }) => ({ want: labelled(mailCase.labels.slots), got: found(triage.slots) }))
      .filter(({ want }) => want.length > 0);
    const hit = (value: string, others: readonly string[]): boolean =>
      others.some((other) => agrees(value, other));
    const wanted = mails.flatMap(({ want, got }) => want.map((value) => hit(value, got)));
    const given = mails.flatMap(({ want, got }) => got.map((value) => hit(value, want)));
    metrics[`slotRecall.${name}`] = shareOf(wanted);
    metrics[`slotPrecision.${name}`] = shareOf(given);
  }
  return metrics;
}

const present = (value: string | null | undefined): string[] => (value ? [value] : []);

function agrees(one: string, other: string): boolean {
  const [a, b] = [one, other].map((value) => value.replaceAll(/\s+/g, '').toLowerCase());
  return a !== undefined && b !== undefined && (a.includes(b) || b.includes(a));
}

function shareOf(hits: readonly boolean[]): Metric {
  const right = hits.filter(Boolean).length;
  return {
    value: hits.length === 0 ? Number.NaN : right / hits.length,
    n: hits.length,
    interval: wilsonInterval(right, hits.length),
  };
}
