import type { z } from 'zod';
import type { Family, Verdict } from '../../src/domain/fraud/fraud-scores.ts';
import type { partnerStatus } from '../../tools/partners/status.ts';
import { dayWords, percentWords } from './answer-words.ts';

const VERDICTS: Readonly<Record<Verdict, string>> = {
  clean: 'nothing stands out',
  insufficient: 'too little data to say anything',
  not_identifiable: 'its orders cannot be told apart well enough to say anything',
  watch: 'one kind of sign, so it is watched',
  hold: 'two kinds of signs, so holding unpaid commission is proposed',
  decline: 'three or more kinds of signs, so holding, clawing back and blocking are proposed',
};

const FAMILIES: Readonly<Record<Family, string>> = {
  timing: 'orders too soon after the click',
  in_cart: 'clicks on shoppers who had a basket already',
  volume: 'unusual click volume',
  referrer: 'clicks without a visible source',
  new_to_file: 'hardly any new customers',
  identity: 'the same buyers again and again',
  code_abuse: 'codes of other partners',
};

type Score = z.output<typeof partnerStatus.output>['score'];

/** The newest fraud verdict in one or two sentences. */
export function verdictSentence(score: Score): string {
  if (!score) return 'It has not been scored for fraud yet.';
  const families = score.families.map((family) => FAMILIES[family]).join('; ');
  const timing =
    score.timed > 0
      ? ` ${score.fast} of ${score.timed} orders with a known click (${percentWords(score.share)}) came less than 60 s after it; ${percentWords(score.baselineShare)} is usual for partners like it.`
      : '';
  return `Fraud verdict as of ${dayWords(score.asOf)}: ${score.verdict} (${VERDICTS[score.verdict]}${families === '' ? '' : `: ${families}`}).${timing}`;
}
