import { describe, expect, it } from 'vitest';
import { assertMayDecide, POLICY_PRINCIPAL, SYSTEM_PRINCIPAL, samePerson } from './principal.ts';

describe('samePerson', () => {
  it.each(['Anna', ' anna ', 'ANNA', 'Ａｎｎａ'])('counts %j and Anna as one', (name) => {
    expect(samePerson(name, 'Anna')).toBe(true);
  });

  it('keeps different names apart', () => {
    expect(samePerson('Anna', 'Hanna')).toBe(false);
  });
});

describe('assertMayDecide', () => {
  it.each(['approver', 'admin'] as const)('lets an %s decide', (role) => {
    expect(() => assertMayDecide({ name: 'Anna', role, kind: 'session' })).not.toThrow();
  });

  it('refuses a viewer', () => {
    expect(() => assertMayDecide({ name: 'Vera', role: 'viewer', kind: 'token' })).toThrow('role_missing');
  });

  it.each([POLICY_PRINCIPAL, SYSTEM_PRINCIPAL])('refuses $kind, which is not a person', (by) => {
    expect(() => assertMayDecide({ ...by, role: 'admin' })).toThrow('role_missing');
  });
});
