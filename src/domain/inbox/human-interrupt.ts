import { z } from 'zod';
import { EDITABLE, type EffectKind } from '../proposals/effect.ts';
import { plainMarkdown } from '../text/plain-markdown.ts';
import { visibleText } from '../text/visible-text.ts';

/** What Agent Inbox shows and answers. Names as that program wants them. */
export const HumanInterrupt = z.strictObject({
  action_request: z.strictObject({ action: z.string(), args: z.record(z.string(), z.unknown()) }),
  config: z.strictObject({
    allow_ignore: z.boolean(),
    allow_respond: z.boolean(),
    allow_edit: z.boolean(),
    allow_accept: z.boolean(),
  }),
  description: z.string(),
});
export type HumanInterrupt = z.infer<typeof HumanInterrupt>;

const NAME_LENGTH_MAX = 120;

export interface Asked {
  readonly proposalId: string;
  readonly kind: EffectKind;
  readonly title: string;
  readonly summary: string;
  readonly shownHash: string;
  readonly effect: Readonly<Record<string, unknown>>;
  /** A stranger's words; null when the partner is unknown. */
  readonly partnerName: string | null;
}

/**
 * The question a sleeping thread asks about one proposal.
 *
 * `args` holds what a decision has to carry back (`proposalId`, `shownHash`) and the fields a person may edit. The
 * description is Markdown where it is shown, so nothing in it may act as Markdown.
 *
 * @param remark - why the last answer could not be used; null at first.
 */
export function humanInterrupt(asked: Asked, remark: string | null): HumanInterrupt {
  const editable = EDITABLE[asked.kind];
  const fields = Object.fromEntries(editable.map((field) => [field, asked.effect[field]]));
  const paragraphs = [
    remark,
    asked.partnerName === null ? null : `Partner: ${visibleText(asked.partnerName, NAME_LENGTH_MAX)}`,
    asked.title,
    asked.summary,
  ];
  return {
    action_request: {
      action: asked.kind,
      args: { proposalId: asked.proposalId, shownHash: asked.shownHash, ...fields },
    },
    config: {
      allow_accept: true,
      allow_edit: editable.length > 0,
      allow_respond: true,
      allow_ignore: true,
    },
    description: paragraphs
      .filter((paragraph) => paragraph !== null)
      .map(plainMarkdown)
      .join('\n\n'),
  };
}
