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
 * and one approval is enough. A reply passes by its intent and never by its kind alone; an answer to an
 * application only where vetting found nothing that a person should see.
 *
 * @param intent - of the mail that a reply answers, as triage found it; null for everything else.
 */
export function mayAutoApprove(
  effect: Effect,
  needed: 1 | 2,
  policy: PassPolicy,
  intent: string | null,
): boolean {
  const { kind } = effect;
  if (needed !== 1 || NEVER_AUTOMATIC.includes(kind) || !kindsToPass(policy).includes(kind)) return false;
  if ('applicationId' in effect) return effect.automatic;
  if (effect.kind !== 'mail.reply') return true;
  return effect.automatic && policy.inbox.autoReplyIntents.some((listed) => listed === intent);
}
