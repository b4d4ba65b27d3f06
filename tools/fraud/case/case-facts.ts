import type { Family } from '../../../src/domain/fraud/fraud-scores.ts';
import { moneyWords } from '../../../src/domain/money/money-words.ts';
import type { FraudCase, LineGroup } from './fraud-case.ts';

const SIGNALS_LENGTH_MAX = 1_200;

const FAMILY_WORDS: Readonly<Record<Family, string>> = {
  timing: 'orders too soon after the click',
  in_cart: 'clicks on shoppers who had a basket already',
  volume: 'unusual click volume',
  referrer: 'clicks without a visible source or a page view',
  new_to_file: 'hardly any new customers',
  identity: 'the same buyers or addresses again and again',
  code_abuse: 'codes of other partners',
};

/** The figures that the words about a case may use. Text in them is ours, never the partner's. */
export function caseFacts(fraudCase: FraudCase): Record<string, string | number | null> {
  const { asOf, partner, score, windowsLooked, hold, clawback } = fraudCase;
  const networks = [...new Set([...hold, ...clawback].map(({ network }) => network))];
  return {
    network: networks.length > 0 ? enumeration(networks) : partner.network,
    verdict: score.verdict,
    families: enumeration(score.families.map((family) => FAMILY_WORDS[family])),
    signals: hitSentences(fraudCase),
    timed: score.timed,
    fast: score.fast,
    sharePercent: percent(score.share),
    baselinePercent: percent(score.baselineShare),
    conversions: score.conversions,
    windowsCounting: score.windows.filter(({ counts }) => counts).length,
    windowsLooked,
    asOfDay: asOf.slice(0, 10),
    holdMoney: moneyOf(hold),
    holdCount: countOf(hold),
    clawbackMoney: moneyOf(clawback),
    clawbackCount: countOf(clawback),
  };
}

function hitSentences({ score }: FraudCase): string {
  const sentences = score.signals.filter(({ state }) => state === 'hit').map(({ sentence }) => sentence);
  let text = '';
  for (const sentence of sentences) {
    if (text.length + sentence.length + 1 > SIGNALS_LENGTH_MAX) break;
    text = text === '' ? sentence : `${text} ${sentence}`;
  }
  return text;
}

function moneyOf(groups: readonly LineGroup[]): string | null {
  const byCurrency = [...Map.groupBy(groups, ({ currency }) => currency)];
  if (byCurrency.length === 0) return null;
  return enumeration(
    byCurrency.map(([currency, members]) =>
      moneyWords({ micros: members.reduce((sum, { micros }) => sum + micros, 0n).toString(), currency }),
    ),
  );
}

const countOf = (groups: readonly LineGroup[]): number =>
  groups.reduce((sum, { lines }) => sum + lines.length, 0);

const percent = (share: number | null): string | null =>
  share === null ? null : `${(share * 100).toFixed(1)} %`;

/** `a`, `a and b`, `a, b and c`. */
function enumeration(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
