import type { Evidence } from '../../../src/domain/proposals/evidence.ts';
import type { FraudCase } from './fraud-case.ts';

const note = (title: string, text: string): Evidence => ({ type: 'note', title, text });

/** What else a person should know before deciding: what was not checked, how to appeal, who the partner is. */
export function caseNotes(fraudCase: FraudCase, comment: string | null): Evidence[] {
  const { partner, score } = fraudCase;
  const untried = [
    ...new Set(score.signals.filter(({ state }) => state === 'not_evaluated').map(({ name }) => name)),
  ].map((name) => name.replaceAll('_', ' '));
  return [
    ...(partner.keyAccount
      ? [
          note(
            'Tier 1 partner',
            'The manager named this partner a key account: nothing is sent to it automatically.',
          ),
        ]
      : []),
    ...(comment === null ? [] : [note('Answers this comment', comment)]),
    ...(untried.length > 0
      ? [
          note(
            'Not checked',
            `The feed lacks what these rules need, so they neither clear nor burden the partner: ${untried.join(', ')}.`,
          ),
        ]
      : []),
    note(
      'What an honest explanation looks like, and how to appeal',
      'Shoppers who come back to a waiting basket, cashback and loyalty members and codes typed at the till can look like ' +
        'this. The partner may answer the letter or write to its contact with placements, sub-affiliates and tools used; ' +
        'a person looks at the orders again before anything final happens, and what was held is released when the ' +
        'explanation holds.',
    ),
  ];
}

/** Which orders a proposal concerns and why those. */
export function scopeNote(kind: 'commission.hold' | 'commission.clawback', { score }: FraudCase): Evidence {
  if (kind === 'commission.hold') {
    return note(
      'Which orders',
      'All unpaid commission of the partner that is not held yet: holding takes nothing away and can be undone.',
    );
  }
  const signs = score.families.filter((family) => ['timing', 'in_cart', 'code_abuse'].includes(family));
  return note(
    'Which orders',
    `Only settled orders that show the sign themselves (${signs.join(', ').replaceAll('_', ' ')}). Signs that concern the ` +
      'traffic as a whole single out no order, so nothing is taken back on them alone.',
  );
}
