import { z } from 'zod';
import type { Intent } from './intent.ts';

export const Route = z.enum(['auto_reply', 'draft_for_approval', 'human', 'ignore']);
export type Route = z.infer<typeof Route>;

const NOTHING_TO_ANSWER: readonly Intent[] = [
  'out_of_office',
  'bounce_or_auto',
  'newsletter_commercial',
  'spam_seo_link_offer',
  'spam_other',
];

export interface RouteFacts {
  readonly intent: Intent;
  readonly mustGoToHuman: boolean;
  /** Whether the classifier could tell what the mail wants. */
  readonly isSure: boolean;
  readonly injectionSuspected: boolean;
  /** Intents that the policy lets be answered without a person; by default none. */
  readonly autoReplyIntents: readonly Intent[];
}

/** Where a mail goes. Being unsure, or suspecting an injection, always means a person. */
export function routeOf({
  intent,
  mustGoToHuman,
  isSure,
  injectionSuspected,
  autoReplyIntents,
}: RouteFacts): Route {
  if (mustGoToHuman || !isSure || injectionSuspected || intent === 'internal_forward') return 'human';
  if (NOTHING_TO_ANSWER.includes(intent)) return 'ignore';
  return autoReplyIntents.includes(intent) ? 'auto_reply' : 'draft_for_approval';
}
