import { expect, it } from 'vitest';
import { VETTING_POLICY_DEFAULTS } from '../../../src/domain/vetting/vetting-policy.ts';
import { paintedCloseness } from './painted-closeness.ts';

it('calls few of those off-brand who paint as the brand does, and nearly all who do not, on pictures that the limit was not set with', () => {
  const creators = paintedCloseness('held out', 1, 9);
  const share = (isOnBrand: boolean): number => {
    const those = creators.filter((creator) => creator.isOnBrand === isOnBrand);
    return (
      those.filter(({ closeness }) => closeness < VETTING_POLICY_DEFAULTS.lookClosenessMin).length /
      those.length
    );
  };
  expect(creators.length).toBe(112);
  expect(share(true)).toBeLessThanOrEqual(0.05);
  expect(share(false)).toBeGreaterThanOrEqual(0.85);
}, 30_000);
