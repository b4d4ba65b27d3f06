import type { LeakPolicy } from '../../../src/domain/leaks/leak-policy.ts';
import { velocityOf } from '../../../src/domain/leaks/velocity-of.ts';
import type { Evidence } from '../../../src/domain/proposals/evidence.ts';
import type { LeakCase } from './leak-case.ts';

const QUOTE_LENGTH_MAX = 2_000;

/** What a person needs to decide about a leak: the page's own words, who owns the code, how it is used and who gained. */
export function leakEvidence(leak: LeakCase, comment: string | null, policy: LeakPolicy): Evidence[] {
  const { sighting, facts, reasons, code } = leak;
  return [
    ...quoteOf(leak),
    ...(comment === null ? [] : [note('Answers this comment', comment)]),
    note('Why', reasons.join(' ')),
    note(
      'Where it was seen',
      `${sighting.publisher}, first ${minute(sighting.first_seen_at)}, last ${minute(sighting.last_seen_at)}. ` +
        `The page as stored has the hash ${sighting.capture_sha256.slice(0, 12)}.` +
        (sighting.masked ? ' The page hides part of the code.' : ''),
    ),
    note(
      'Whose code it is',
      `${code}, ${facts.codeKind ?? 'of no kind that the table names'}${facts.ownerPartnerId === null ? ', without an owner' : ', owned by a partner'}.` +
        (leak.firstOrderAt === null
          ? ' No order used it so far.'
          : ` First order with it in the time looked at: ${minute(leak.firstOrderAt)}.`),
    ),
    figure(
      'match',
      'Probability that this code is meant',
      sighting.probability,
      'share',
      null,
      `Found as: ${sighting.match_how.replaceAll('_', ' ')}.`,
    ),
    ...usage(leak, policy),
    ...(facts.ownerIsKeyAccount
      ? [
          note(
            'Tier 1 partner',
            'The manager named the owner a key account: nothing is sent to it automatically.',
          ),
        ]
      : []),
    note(
      'What an honest explanation looks like',
      'Sites copy codes from each other, and members post them without being asked. The owner may not know; a person looks ' +
        'at the page and the orders before anything final happens.',
    ),
    ...(sighting.is_simulated
      ? [note('Simulated', 'This page belongs to the demo: nobody published it.')]
      : []),
  ];
}

function quoteOf({ sighting }: LeakCase): Evidence[] {
  const { quote, capture_sha256: sha256 } = sighting;
  if (quote === null || quote.text.length > QUOTE_LENGTH_MAX) return [];
  return [{ type: 'quote', ...quote, documentId: `capture:${sha256}`, sha256 }];
}

function usage(leak: LeakCase, policy: LeakPolicy): Evidence[] {
  const { facts, othersCommission } = leak;
  const { recentDays, baselineDays, touchDays } = policy;
  const of = `${facts.orders} orders in ${recentDays + baselineDays} days`;
  const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
  return [
    figure(
      'velocity',
      'Use now over its own use before',
      velocityOf(facts, policy),
      'ratio',
      null,
      `${facts.recentOrders} orders in ${recentDays} days, ${facts.baselineOrders} in the ${baselineDays} days before.`,
    ),
    figure(
      'owner-share',
      'Orders credited to the owner',
      share(facts.ownerOrders, facts.orders),
      'share',
      null,
      `Of ${of}.`,
    ),
    figure(
      'site-share',
      'Orders credited to the site’s partner',
      share(facts.siteOrders, facts.orders),
      'share',
      null,
      facts.sitePartnerId === null ? `Of ${of}. The site is no partner’s, as far as we know.` : `Of ${of}.`,
    ),
    figure(
      'untargeted',
      `Shoppers who had not come by the owner in ${touchDays} days`,
      share(facts.untargetedOrders, facts.knownVisitorOrders),
      'share',
      null,
      `Of ${facts.knownVisitorOrders} known shoppers.`,
    ),
    {
      ...figure(
        'others-commission',
        'Commission that others than the owner earned with it',
        Number(BigInt(othersCommission.micros) / 10_000n) / 100,
        'money',
        null,
        `In ${recentDays + baselineDays} days.`,
      ),
      currency: othersCommission.currency,
    },
  ];
}

const minute = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
const note = (title: string, text: string): Evidence => ({ type: 'note', title, text: text.slice(0, 4_000) });

function figure(
  name: string,
  label: string,
  value: number | null,
  unit: 'share' | 'ratio' | 'money',
  baseline: number | null,
  said: string,
): Extract<Evidence, { type: 'figure' }> {
  return {
    type: 'figure',
    name,
    label,
    value,
    unit,
    currency: null,
    baseline,
    interval: null,
    qValue: null,
    note: said,
  };
}
