/** What a message to the chat wants. */
export const CHAT_INTENTS = [
  'partner_status',
  'partner_why',
  'proposals_waiting',
  'proposal_explain',
  'list_leaks',
  'last_run',
  'deliveries',
  'mails_waiting',
  'pause',
  'resume',
  'hold_partner',
  'agreement',
  'programme_status',
  'help',
  'needs_model',
] as const;
export type ChatIntent = (typeof CHAT_INTENTS)[number];

/** What an engine makes of a message, before anything is looked up. */
export interface ChatReading {
  readonly intent: ChatIntent;
  /** In [0, 1]. */
  readonly confidence: number;
  /** False: better ask than guess. */
  readonly isSure: boolean;
  /** The likeliest few, this one first, to offer when it is not sure. */
  readonly likely: readonly ChatIntent[];
}
