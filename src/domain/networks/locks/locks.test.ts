import { describe, expect, it } from 'vitest';
import { isLockKey, lockKey, readLockKey } from './lock-key.ts';
import { lockNote } from './lock-notes.ts';
import { lockRuleWords } from './lock-rule.ts';
import { lockStep } from './lock-step.ts';
import { lockRules, NETWORK_POLICY_DEFAULTS } from './network-policy.ts';

const at = (text: string) => new Date(text);

describe('lockStep', () => {
  const now = at('2026-11-20T12:00:00Z');
  it.each([
    ['2026-11-27T12:00:01Z', null],
    ['2026-11-27T12:00:00Z', 7],
    ['2026-11-23T12:00:01Z', 7],
    ['2026-11-23T12:00:00Z', 3],
    ['2026-11-21T12:00:00Z', 1],
    ['2026-11-20T12:00:01Z', 1],
    ['2026-11-20T12:00:00Z', null],
  ])('warns of %s by %s days', (first, step) => {
    expect(lockStep(at(first), now, [3, 7, 1])).toBe(step);
  });
});

describe('the rules of locking', () => {
  it('are the network’s, unless the contract says otherwise', () => {
    const rules = lockRules(NETWORK_POLICY_DEFAULTS, { awin: 1, tradedoubler: 45 });
    expect(Object.entries(rules).map(([network, rule]) => [network, lockRuleWords(rule)])).toEqual([
      ['awin', '1 day after the sale'],
      ['cj', 'on day 10 of the month after the sale'],
      ['impact', 'on day 27 of the month after the sale'],
      ['tradedoubler', '45 days after the sale'],
    ]);
    for (const network of Object.keys(rules)) expect(lockNote(network).remedy).toMatch(/\.$/);
  });
});

describe('lockKey', () => {
  it('reads back, whatever the network is called', () => {
    const key = { network: 'a:b/c ü', currency: 'EUR', week: '2026-W01' };
    expect(readLockKey(lockKey(key))).toEqual(key);
    expect(isLockKey(lockKey(key))).toBe(true);
    expect(isLockKey('awin/p1')).toBe(false);
  });

  it.each(['awin/p1', 'lock:awin', 'lock:awin:gbp:2026-W01', 'lock::GBP:2026-W01'])('refuses %s', (item) => {
    expect(() => readLockKey(item)).toThrow('named by its network');
  });
});
