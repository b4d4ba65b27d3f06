import { replySubject } from '../../../src/domain/inbox/reply-subject.ts';
import type { ApplicationEffect } from '../../../src/domain/proposals/assert-application-fits.ts';
import type { EffectKind } from '../../../src/domain/proposals/effect.ts';
import { propose } from '../../../src/proposals/propose.ts';
import type { ToolContext } from '../../define-tool.ts';
import type { Proposed } from '../../proposed.ts';
import type { ApplicationCase } from './application-case.ts';
import { applicationEvidence } from './application-evidence.ts';
import type { ApplicationInput } from './application-input.ts';
import { cardWords } from './card-words.ts';
import { meaningEvidence } from './meaning-evidence.ts';
import { termsOfRun } from './terms-of-run.ts';

/** Which version of vetting's rules made a proposal. */
const RULES = 'vetting-rules@1';

/** The part that every effect about an application shares: whom it reaches, in which words, and whether the policy may pass it. */
export const letterOf = (
  { stored, letterLanguage }: ApplicationCase,
  { applicationId, subject, body }: ApplicationInput,
  automatic: boolean,
) => ({
  partnerId: null,
  applicationId,
  sha256: stored.sha256,
  to: stored.email,
  subject:
    stored.source === 'mail'
      ? replySubject({ ours: subject, keepsTheirs: !automatic })
      : subject.replaceAll(/\s+/g, ' '),
  body,
  language: letterLanguage,
  automatic,
});

/** Puts one answer to an application into the queue, with the applicant behind it for the flood limits. One application has at most one open. */
export async function putApplicationWish(
  effect: ApplicationEffect,
  applicationCase: ApplicationCase,
  input: ApplicationInput,
  context: ToolContext,
): Promise<Proposed> {
  const { stored } = applicationCase;
  const outcome = await propose(
    context.db,
    {
      workflow: 'vetting',
      proposedBy: context.askedBy ?? 'vetting',
      ...cardWords(applicationCase, effect, input),
      effect,
      evidence: [
        ...applicationEvidence(applicationCase, input.note),
        ...(await meaningEvidence(context, applicationCase)),
      ],
      source: { kind: 'application', documentId: stored.applicationId },
      stranger: `application:${stored.email ?? stored.fingerprint.handle ?? stored.fingerprint.id}`.slice(
        0,
        300,
      ),
      partnerId: null,
      money: null,
      madeBy: { ...input.madeBy, rules: RULES },
      dedupeKey: `vetting:answer:${stored.applicationId}`,
      answers: input.answers,
    },
    {
      ...context,
      groupBreakEven: async (group) => (await termsOfRun(context, group, input.asOf)).breakEvenBps,
    },
  );
  const { proposalId, state, reason = null } = outcome;
  return { proposals: [{ proposalId, kind: effect.kind, state, reason }] };
}

/** What a tool answers when what it looked up does not call for its kind. */
export const notCalledFor = (kind: EffectKind, reason: string): Proposed => ({
  proposals: [{ proposalId: null, kind, state: 'dropped', reason }],
});
