import { NEVER_AUTOMATIC } from '../policies.ts';
import type { Effect } from './effect.ts';
import type { GatePolicy } from './gate-policy.ts';

type PassPolicy = Pick<GatePolicy, 'autoApprovedKinds' | 'inbox'>;

/** Kinds of which some may pass without a person. */
export function kindsToPass({ autoApprovedKinds, inbox }: PassPolicy): readonly string[] {
  const others = autoApprovedKinds.filter((kind) => kind !== 'mail.reply');
  return inbox.autoReplyIntents.length === 0 ? others : [...others, 'mail.reply'];
}

/**
 * Whether the policy alone may approve an effect: its kind is listed, is not one of those that always need a person,
 * and one approval is enough. A reply passes by its intent and never by its kind alone.
 */
export function mayAutoApprove(effect: Effect, needed: 1 | 2, policy: PassPolicy): boolean {
  const { kind } = effect;
  if (needed !== 1 || NEVER_AUTOMATIC.includes(kind) || !kindsToPass(policy).includes(kind)) return false;
  return effect.kind !== 'mail.reply' || effect.automatic;
}
