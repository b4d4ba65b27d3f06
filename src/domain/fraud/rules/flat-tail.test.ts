import { describe, expect, it } from 'vitest';
import { exampleDelays } from '../example-sketches.ts';
import { exampleTally } from '../example-tallies.ts';
import { FRAUD_POLICY_DEFAULTS } from '../fraud-policy.ts';
import { flatTail } from './flat-tail.ts';

const HOUR = 3_600;
const falling = (orders: number, speed: number) =>
  Array.from(
    { length: orders },
    (_, order) => 2 * HOUR + -Math.log(1 - (order + 0.5) / orders) * speed * HOUR,
  );
const even = (orders: number) =>
  Array.from({ length: orders }, (_, order) => 2 * HOUR + ((order + 0.5) / orders) * 166 * HOUR);
const tallyOf = (partnerId: string, delays: number[]) => exampleTally(partnerId, exampleDelays(delays));
const honest = Array.from({ length: 20 }, (_, index) => tallyOf(`h${index}`, falling(120, 6 + (index % 5))));

describe('flatTail', () => {
  it('hits orders spread evenly over the life of a cookie', () => {
    const signals = flatTail([...honest, tallyOf('stuffer', even(120))], FRAUD_POLICY_DEFAULTS);
    expect(signals.at(-1)).toMatchObject({ state: 'hit', family: 'volume' });
    expect(signals.filter(({ state }) => state === 'hit')).toHaveLength(1);
  });

  it('does not mind a tail that falls faster than others', () => {
    const signals = flatTail([...honest, tallyOf('quick', falling(120, 2))], FRAUD_POLICY_DEFAULTS);
    expect(signals.at(-1)?.state).toBe('pass');
  });

  it('says nothing on fewer than thirty late orders', () => {
    expect(flatTail([...honest, tallyOf('thin', even(29))], FRAUD_POLICY_DEFAULTS).at(-1)?.state).toBe(
      'not_evaluated',
    );
  });
});
