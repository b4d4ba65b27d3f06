import type { EffectFacts } from '../../../src/domain/proposals/assert-effect-holds.ts';
import type { Effect } from '../../../src/domain/proposals/effect.ts';
import type { Queryable } from '../../client.ts';
import { partnerState } from '../partners/partner-state.ts';
import { currentLines } from './current-lines.ts';
import { lockConversions } from './lock-conversions.ts';
import { readLines } from './read-lines.ts';

/** What an effect rests on, its conversions locked until the caller's transaction ends. */
export async function effectFacts(db: Queryable, proposalId: string, effect: Effect): Promise<EffectFacts> {
  const { partnerId, kind } = effect;
  const partner = await partnerState(db, partnerId, kind === 'partner.block' ? effect.subId : null);
  const lines = await readLines(db, proposalId);
  if (!('lines' in effect)) return { partner, lines, currentLines: [] };
  await lockConversions(db, proposalId, partnerId);
  return { partner, lines, currentLines: await currentLines(db, lines, { partnerId, kind, proposalId }) };
}
