import { describe, expect, it } from 'vitest';
import { exampleMonths, exampleProgramme } from './example-sketches.ts';
import { FRAUD_POLICY_DEFAULTS } from './fraud-policy.ts';
import { scorePartners } from './score-partners.ts';

/** Honest partners: 4 of 40 orders a month from a waiting basket, half of those within the minute. */
function programmeWith(delays: number[], baskets: { inCart: number; fastInCart: number }) {
  const n = delays.length;
  const fastCartKnown = delays.filter((delay) => delay < 60).length;
  const extra = exampleMonths('x', delays, {
    cartKnown: n,
    cartTimed: n,
    inCart: baskets.inCart,
    inCartTimed: baskets.inCart,
    fastCartKnown,
    fastInCart: baskets.fastInCart,
  });
  const input = exampleProgramme(40, extra);
  const conversions = input.conversions.map((row) =>
    row.partnerId === 'x'
      ? row
      : {
          ...row,
          cartKnown: 40,
          cartTimed: 40,
          inCart: 4,
          inCartTimed: 4,
          fastCartKnown: row.fast + 1,
          fastInCart: 2,
        },
  );
  return scorePartners({ ...input, conversions }, FRAUD_POLICY_DEFAULTS).partners.at(-1);
}

const slow = Array.from({ length: 28 }, (_, order) => 900 + 60 * order);

describe('explainedByBaskets', () => {
  it('does not count speed that full baskets explain as a second family', () => {
    const fast = Array.from({ length: 12 }, (_, order) => 20 + order);
    const score = programmeWith([...slow, ...fast], { inCart: 24, fastInCart: 12 });
    expect(score).toMatchObject({ verdict: 'watch', families: ['in_cart'] });
    expect(score?.signals[0]?.sentence).toContain('The waiting baskets explain it');
  });

  it('counts speed beyond what full baskets explain', () => {
    const fast = Array.from({ length: 36 }, (_, order) => 2 + order);
    const score = programmeWith([...slow, ...fast], { inCart: 24, fastInCart: 24 });
    expect(score).toMatchObject({ families: ['timing', 'in_cart'], verdict: 'hold' });
  });
});
