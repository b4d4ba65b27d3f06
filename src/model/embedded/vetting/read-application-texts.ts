import type { Application } from '../../../domain/vetting/application.ts';
import { READ_FLAGS, type ReadFlag, type TextReading } from '../../../domain/vetting/text-reading.ts';
import { type TextUnit, textUnits } from '../../../domain/vetting/text-units.ts';
import { flagChances, unitShares } from './flag-chances.ts';
import { rawUnit, unitVector } from './unit-vector.ts';
import { NOTHING, type ReadLimits, type VettingWeights } from './vetting-weights.ts';

/** Hits of these stand on figures, handles, comments or unseen characters too, which this reader does not see. */
const NEVER_DISMISSED: ReadonlySet<ReadFlag> = new Set([
  'comment_spam',
  'identity_verification_needed',
  'impersonation',
  'market_mismatch',
  'injection',
  'unreachable',
]);

/** Stretches of one application that are encoded. */
const UNITS_MAX = 4;
const NO_MEANING = new Float32Array(0);

export type EmbedTexts = (texts: readonly string[]) => Promise<readonly Float32Array[]>;

/** Reads applications' words by the committed weights, all in one go, which is quicker than one by one. */
export async function readApplicationTexts(
  applications: readonly Application[],
  { embed, weights }: { readonly embed: EmbedTexts; readonly weights: VettingWeights },
): Promise<TextReading[]> {
  const cut = applications.map((application) => {
    const { units, isWhole } = textUnits(application);
    return { units: telling(units.filter(isRead), weights), isWhole };
  });
  const meanings = await meaningsOf(
    cut.flatMap(({ units }) => units.map(({ text }) => text)),
    embed,
  );
  return cut.map(({ units, isWhole }) => {
    const shares = units.map((unit) => {
      const meaning = meanings.get(unit.text);
      if (meaning === undefined) throw new Error('The encoder gave too few vectors.');
      return unitShares(weights.weights, unitVector(rawUnit(unit), meaning, weights.rarity));
    });
    return readingOf(flagChances(shares), isWhole, weights.limits);
  });
}

/** Encoding takes nearly all of the time, so only the stretches whose words alone tell most are read in full, in their order. */
function telling(units: readonly TextUnit[], { weights, rarity }: VettingWeights): TextUnit[] {
  if (units.length <= UNITS_MAX) return [...units];
  const nothing = units.map(
    (unit) => unitShares(weights, unitVector(rawUnit(unit), NO_MEANING, rarity))[NOTHING] ?? 0,
  );
  const kept = new Set(
    [...units.keys()].sort((a, b) => (nothing[a] ?? 0) - (nothing[b] ?? 0)).slice(0, UNITS_MAX),
  );
  return units.filter((_, at) => kept.has(at));
}

/** Names alone mislead more often than they tell. */
export const isRead = ({ where }: TextUnit): boolean => where !== 'handle';

/** @param isWhole - whether the chances are of all its words; a hit elsewhere cannot be dismissed. */
export function readingOf(chances: Float64Array, isWhole: boolean, limits: ReadLimits): TextReading {
  const { foundFrom, dismissedBelow } = limits;
  return {
    found: READ_FLAGS.flatMap((flag, at) => {
      const chance = chances[at] ?? 0;
      return chance >= (foundFrom[at] ?? 1) ? [{ flag, chance }] : [];
    }),
    dismissed: READ_FLAGS.filter(
      (flag, at) => isWhole && !NEVER_DISMISSED.has(flag) && (chances[at] ?? 0) < (dismissedBelow[at] ?? 0),
    ),
  };
}

/** Each text once, texts of like length together, as a batch costs what its longest text does. */
async function meaningsOf(texts: readonly string[], embed: EmbedTexts): Promise<Map<string, Float32Array>> {
  const once = [...new Set(texts)].sort((a, b) => a.length - b.length);
  const vectors = await embed(once);
  return new Map(once.map((text, at) => [text, vectors[at] ?? new Float32Array(0)]));
}
