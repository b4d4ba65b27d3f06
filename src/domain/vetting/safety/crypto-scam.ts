import type { ApplicationText } from '../application-text.ts';
import type { Finding } from '../flag.ts';
import { placesOf } from './topics.ts';

/** Coins together with a lure: doubling, guaranteed profit, sending first, a private group. Coins alone are a subject. */
export function cryptoScam({ sentences }: ApplicationText): Finding[] {
  const clear = sentences.filter((sentence) => sentence.count('crypto_exempt') === 0);
  const together = clear.filter(
    (sentence) => sentence.count('crypto') > 0 && sentence.count('crypto_lure') > 0,
  );
  const coins = clear.filter((sentence) => sentence.count('crypto') > 0);
  const lures = clear.filter((sentence) => sentence.count('crypto_lure') > 0);
  const isSpread = coins.length > 0 && lures.length >= 2;
  if (together.length === 0 && !isSpread) return [];
  return [
    {
      flag: 'crypto_scam',
      sentence: `It lures people into coins with promises or asks them to send some${placesOf(together.length > 0 ? together : coins)}.`,
    },
  ];
}
