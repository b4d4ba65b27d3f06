import { describe, expect, it } from 'vitest';
import { exampleTally } from '../example-tallies.ts';
import { FRAUD_POLICY_DEFAULTS } from '../fraud-policy.ts';
import { repeatedDelays } from './repeated-delays.ts';

const honest = Array.from({ length: 10 }, (_, index) =>
  exampleTally(`h${index}`, { ttcPairs: 400, ttcEqualPairs: index % 2 }),
);
const stateOf = (ttcPairs: number, ttcEqualPairs: number) =>
  repeatedDelays([...honest, exampleTally('x', { ttcPairs, ttcEqualPairs })], FRAUD_POLICY_DEFAULTS).at(-1)
    ?.state;

describe('repeatedDelays', () => {
  it('hits the same delay again and again', () => {
    expect(stateOf(300, 120)).toBe('hit');
  });

  it('passes what happens by chance', () => {
    expect(stateOf(300, 2)).toBe('pass');
  });

  it('says nothing on few pairs', () => {
    expect(stateOf(30, 20)).toBe('not_evaluated');
  });
});
