import { describe, expect, it } from 'vitest';
import { letterOf } from '../deliveries/letter-of.ts';
import { targetOf } from '../deliveries/target-of.ts';
import { DEFAULT_POLICY } from '../policies.ts';
import { type ApplicationState, assertApplicationFits } from './assert-application-fits.ts';
import type { Effect } from './effect.ts';
import { mayAutoApprove } from './may-auto-approve.ts';

type Accept = Extract<Effect, { kind: 'application.accept' }>;
const SHA = 'a'.repeat(64);
const ACCEPT: Accept = {
  kind: 'application.accept',
  partnerId: null,
  applicationId: '6f0c2a9e-0c55-4c53-9d0e-0d5b1f0f3b11',
  sha256: SHA,
  to: 'maya@example.com',
  subject: 'Your application',
  body: 'Hello.',
  language: 'en',
  automatic: true,
  group: 'influencer',
  rateBps: 800,
  code: null,
};
const STATE: ApplicationState = {
  status: 'vetted',
  sha256: SHA,
  email: 'maya@example.com',
  isSuppressed: false,
  breakEvenBps: 1_600,
};

describe('assertApplicationFits', () => {
  it('lets an application pass that stands as it was vetted', () => {
    expect(() => assertApplicationFits(ACCEPT, STATE)).not.toThrow();
    expect(() => assertApplicationFits({ ...ACCEPT, to: null }, { ...STATE, email: null })).not.toThrow();
  });

  it.each<[string, Partial<ApplicationState>]>([
    ['was accepted', { status: 'accepted' }],
    ['was declined', { status: 'declined' }],
    ['was sent anew', { sha256: 'b'.repeat(64) }],
    ['names another address', { email: 'other@example.com' }],
    ['names no address any more', { email: null }],
    ['wants no mail', { isSuppressed: true }],
    ['would start above break-even', { breakEvenBps: 799 }],
    ['has no break-even any more', { breakEvenBps: null }],
  ])('refuses one that %s', (_what, changed) => {
    expect(() => assertApplicationFits(ACCEPT, { ...STATE, ...changed })).toThrow('proposal_stale');
  });

  it('refuses one that is gone', () => {
    expect(() => assertApplicationFits(ACCEPT, null)).toThrow('application_unknown');
  });
});

it('passes by policy only where the kind is listed and nothing has to be seen', () => {
  const listed = { ...DEFAULT_POLICY, autoApprovedKinds: ['application.accept'] };
  expect(mayAutoApprove(ACCEPT, 1, DEFAULT_POLICY, null)).toBe(false);
  expect(mayAutoApprove(ACCEPT, 1, listed, null)).toBe(true);
  expect(mayAutoApprove({ ...ACCEPT, automatic: false }, 1, listed, null)).toBe(false);
});

it('sends a letter to the address that the application names and to no other', () => {
  const facts = { addressOnFile: 'maya@example.com', conversation: null, answered: null };
  expect(letterOf(ACCEPT, facts)).toMatchObject({ to: 'maya@example.com', isAutomatic: true });
  expect(letterOf(ACCEPT, { ...facts, addressOnFile: 'eve@example.com' })).toContain('not addressed');
  expect(letterOf({ ...ACCEPT, to: null }, { ...facts, addressOnFile: null })).toContain('not addressed');
  expect(targetOf(ACCEPT, { smtp: true })).toBe('smtp');
  expect(targetOf({ ...ACCEPT, to: null }, { smtp: true })).toBe('sandbox');
});
