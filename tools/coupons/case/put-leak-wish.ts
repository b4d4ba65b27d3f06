import { findLetterPartner } from '../../../db/queries/coupons/find-letter-partner.ts';
import { leadingCase } from '../../../db/queries/coupons/leading-case.ts';
import { readCase } from '../../../db/queries/coupons/read-case.ts';
import { Refusal } from '../../../src/domain/errors.ts';
import type { LeakKind } from '../../../src/domain/leaks/plan-leak.ts';
import type { Effect } from '../../../src/domain/proposals/effect.ts';
import { propose } from '../../../src/proposals/propose.ts';
import type { ToolContext } from '../../define-tool.ts';
import type { Proposed } from '../../proposed.ts';
import type { LeakCase } from './leak-case.ts';
import { leakEvidence } from './leak-evidence.ts';
import type { LeakInput } from './leak-input.ts';
import { openLeakCase } from './open-leak-case.ts';

/** Which version of the rules about leaks made a proposal. */
const RULES = 'leak-rules@1';

/** What is done to a code is done once, on however many pages it stands. */
const ABOUT_CODE: readonly LeakKind[] = ['code.retire', 'code.reissue', 'commission.zero-non-owner'];

type LeakEffect = Extract<Effect, { kind: LeakKind }>;

/** What an effect against this leak rests on. */
export interface LeakGround {
  readonly caseId: string;
  readonly code: string;
  readonly captureSha256: string;
}

/**
 * Looks the case up anew and puts one wish about it into the queue, if it is still called for.
 *
 * @param effectOf - null when the case does not bear this effect.
 */
export async function putLeakWish(
  kind: LeakKind,
  input: LeakInput,
  context: ToolContext,
  effectOf: (leak: LeakCase, ground: LeakGround) => Promise<LeakEffect | null> | LeakEffect | null,
): Promise<Proposed> {
  const stored = await readCase(context.db, input.caseId);
  if (stored === null)
    throw new Refusal('sighting_unknown', 'There is no such case.', { caseId: input.caseId });
  const leak = await openLeakCase(context, stored.sighting_id, input.asOf);
  const ground = { caseId: input.caseId, code: leak.code, captureSha256: leak.sighting.first_capture_sha256 };
  const effect =
    leak.plan.kinds.includes(kind) && leak.code === stored.code ? await effectOf(leak, ground) : null;
  if (effect === null)
    return dropped(
      kind,
      `As of this moment the verdict is ${leak.verdict}, which asks for nothing of this kind.`,
    );
  const leading = ABOUT_CODE.includes(kind) ? await leadingCase(context.db, leak.code, leak.verdict) : null;
  if (leading !== null && leading !== input.caseId)
    return dropped(kind, 'The same is asked for from another page that shows this code.');
  return { proposals: [await put(effect, leak, input, context)] };
}

async function put(
  effect: LeakEffect,
  leak: LeakCase,
  input: LeakInput,
  context: ToolContext,
): Promise<Proposed['proposals'][number]> {
  const { sighting, code, othersCommission } = leak;
  const partner = effect.partnerId === null ? null : await findLetterPartner(context.db, effect.partnerId);
  const isAtStake = effect.kind === 'commission.zero-non-owner' && othersCommission.micros !== '0';
  const outcome = await propose(
    context.db,
    {
      workflow: 'coupon-watch',
      proposedBy: context.askedBy ?? 'coupon-watch',
      title: `${partner?.key_account ? 'Tier 1: ' : ''}${input.title}`,
      summary: input.summary,
      effect,
      evidence: leakEvidence(leak, input.note, context.policy.leaks),
      source: { kind: 'page', documentId: sighting.first_capture_sha256 },
      stranger: `site:${sighting.publisher}`,
      partnerId: effect.partnerId,
      money: isAtStake ? othersCommission : null,
      madeBy: { ...input.madeBy, rules: RULES },
      dedupeKey: ['coupon-watch', effect.kind, ...aboutWhat(effect, leak, code)].join(':'),
      answers: input.answers,
    },
    context,
  );
  const { proposalId, state, reason = null } = outcome;
  return { proposalId, kind: effect.kind, state, reason };
}

/** A code that leaks on three sites is ended once; a letter is about one code on one site. */
function aboutWhat(effect: LeakEffect, { sighting }: LeakCase, code: string): string[] {
  switch (effect.kind) {
    case 'site.blacklist':
      return [effect.domain];
    case 'partner.offboard':
      return [effect.partnerId];
    case 'partner.warn':
      return [effect.partnerId, code, sighting.publisher];
    case 'code.retire':
    case 'code.reissue':
    case 'commission.zero-non-owner':
      return [code];
    default:
      return effect satisfies never;
  }
}

/** What a tool answers when the case does not call for its kind (any more). */
const dropped = (kind: LeakKind, reason: string): Proposed => ({
  proposals: [{ proposalId: null, kind, state: 'dropped', reason }],
});
