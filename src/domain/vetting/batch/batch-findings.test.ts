import { describe, expect, it } from 'vitest';
import { readApplication } from '../read-application.ts';
import { vetBatch } from '../vet-batch.ts';
import { VETTING_POLICY_DEFAULTS } from '../vetting-policy.ts';
import { skeletonOf } from './skeleton.ts';

function flagsOf(...applications: Record<string, unknown>[]) {
  const read = applications.map((application, at) =>
    readApplication({ id: at, platform: 'instagram', ...application }),
  );
  const whole = read.filter((result) => 'application' in result);
  return [...vetBatch(whole, { policy: VETTING_POLICY_DEFAULTS, now: new Date('2026-11-20') })].map(
    ({ flags }) =>
      flags.filter((flag) =>
        ['duplicate_application', 'impersonation', 'identity_verification_needed'].includes(flag),
      ),
  );
}
const known = { handle: 'linden.kitchen', stats: { followers: 90_000, verified: true } };

describe('a batch', () => {
  it('finds the same profile twice, however it is written', () => {
    expect(flagsOf({ handle: '@Linden.Kitchen' }, { handle: 'linden.kitchen' })).toEqual([
      ['duplicate_application'],
      ['duplicate_application'],
    ]);
  });

  it('finds the same words under two names, and lets short ones be', () => {
    const pitch = 'I bake every Sunday for forty people and photograph all of it by the window.';
    expect(flagsOf({ handle: 'willow.nest', pitch }, { handle: 'maple.loft', pitch })).toEqual([
      ['duplicate_application'],
      ['duplicate_application'],
    ]);
    expect(
      flagsOf({ handle: 'willow.nest', pitch: 'Hello!' }, { handle: 'maple.loft', pitch: 'Hello!' }),
    ).toEqual([[], []]);
  });

  it.each(['linden.kltchen', '1inden.kitchen', 'lindenkitchen_', 'lіnden.kitchen'])(
    'calls %s an impersonation of the better known handle, and not the other way round',
    (handle) => {
      expect(flagsOf(known, { handle, stats: { followers: 800, verified: false } })).toEqual([
        [],
        ['impersonation'],
      ]);
    },
  );

  it('asks both to show who they are where the figures do not tell', () => {
    expect(flagsOf({ handle: 'linden.kitchen' }, { handle: 'linden.kltchen' })).toEqual([
      ['identity_verification_needed'],
      ['identity_verification_needed'],
    ]);
  });
});

describe('skeletonOf', () => {
  it('makes one of what looks alike, and not of what does not', () => {
    expect(skeletonOf('ernma.c00ks')).toBe(skeletonOf('emma_cooks'));
    expect(skeletonOf('emma.cooks')).not.toBe(skeletonOf('emil.cooks'));
  });
});
