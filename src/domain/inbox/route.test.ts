import { describe, expect, it } from 'vitest';
import { type RouteFacts, routeOf } from './route.ts';

const SURE: RouteFacts = {
  intent: 'payment_question',
  mustGoToHuman: false,
  isSure: true,
  injectionSuspected: false,
  autoReplyIntents: [],
};

describe('routeOf', () => {
  it('drafts for approval unless the policy lets the intent be answered', () => {
    expect(routeOf(SURE)).toBe('draft_for_approval');
    expect(routeOf({ ...SURE, autoReplyIntents: ['payment_question'] })).toBe('auto_reply');
  });

  it.each([{ mustGoToHuman: true }, { isSure: false }, { injectionSuspected: true }])(
    'sends %o to a person, whatever the policy says',
    (facts) => {
      expect(routeOf({ ...SURE, autoReplyIntents: ['payment_question'], ...facts })).toBe('human');
      expect(routeOf({ ...SURE, intent: 'spam_other', ...facts })).toBe('human');
    },
  );

  it('ignores what nobody answers', () => {
    expect(routeOf({ ...SURE, intent: 'newsletter_commercial' })).toBe('ignore');
  });
});
