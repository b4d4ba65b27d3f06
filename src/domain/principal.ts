import { type Role, roleReaches } from './auth/role.ts';
import { Refusal } from './errors.ts';

/** Who acts, and how the name was proven. Agents have no principal: they cannot decide. */
export interface Principal {
  readonly name: string;
  readonly role: Role;
  readonly kind: 'token' | 'session' | 'policy' | 'system';
}

/** The policy file deciding where it allows to; never offered to a door. */
export const POLICY_PRINCIPAL: Principal = { name: 'policy', role: 'approver', kind: 'policy' };

/** The clock deciding: expiry. */
export const SYSTEM_PRINCIPAL: Principal = { name: 'system', role: 'viewer', kind: 'system' };

/** Whether two names mean one person: width, case and outer spaces make nobody else. */
export function samePerson(left: string, right: string): boolean {
  return personKey(left) === personKey(right);
}

const personKey = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/** @throws {Refusal} `role_missing` unless a person with the approver's role, or above, acts. */
export function assertMayDecide(by: Principal): void {
  const isPerson = by.kind === 'token' || by.kind === 'session';
  if (isPerson && roleReaches(by.role, 'approver')) return;
  throw new Refusal('role_missing', 'Deciding needs a person with the role approver.', {
    name: by.name,
    role: by.role,
  });
}
