import { z } from 'zod';

/** What a person or a program may do. There is no role for agents: an agent cannot sign in, and so cannot approve. */
export const Role = z.enum(['viewer', 'approver', 'admin']);
export type Role = z.infer<typeof Role>;

const RANK: Readonly<Record<Role, number>> = { viewer: 0, approver: 1, admin: 2 };

/** Whether `held` reaches `needed`; each role may do what the ones below it may. */
export function roleReaches(held: Role, needed: Role): boolean {
  return RANK[held] >= RANK[needed];
}
