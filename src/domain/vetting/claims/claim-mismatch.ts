import type { Application } from '../application.ts';
import type { ApplicationText } from '../application-text.ts';
import type { Engagement } from '../engagement-rate.ts';
import { mean } from '../engagement-rate.ts';
import type { Finding } from '../flag.ts';
import { percentWords } from '../percent-words.ts';
import type { VettingPolicy } from '../vetting-policy.ts';
import { type Claim, claimsInText } from './claims-in-text.ts';

/** What the application says of its figures, against the figures themselves. Saying less than is true is no mismatch. */
export function claimMismatch(
  application: Application,
  { about }: ApplicationText,
  engagement: Engagement | null,
  policy: VettingPolicy,
): Finding[] {
  const claims = [...figureClaims(application), ...claimsInText(about)].filter(
    ({ platform }) => platform === null || platform === application.platform || application.platform === null,
  );
  const sentence =
    claims
      .map((claim) => contradiction(claim, application, engagement, policy))
      .find((words) => words !== null) ?? verification(application, about);
  return sentence === null ? [] : [{ flag: 'claim_mismatch', sentence }];
}

function figureClaims({ claimedFigures }: Application): Claim[] {
  const { followers, engagementRate, views } = claimedFigures;
  const claims: Claim[] = [];
  if (followers !== null) claims.push({ of: 'followers', value: followers, platform: null });
  if (engagementRate !== null) claims.push({ of: 'engagementRate', value: engagementRate, platform: null });
  if (views !== null) claims.push({ of: 'views', value: views, platform: null });
  return claims;
}

function contradiction(
  { of, value }: Claim,
  { stats, posts }: Application,
  engagement: Engagement | null,
  policy: VettingPolicy,
): string | null {
  if (of === 'engagementRate') {
    if (engagement === null || engagement.denominator === 'subscribers') return null;
    const isFar =
      value > engagement.rate * (1 + policy.claimRateExcess) &&
      value - engagement.rate >= policy.claimRatePointsMin;
    return isFar
      ? `It claims an engagement of ${percentWords(value)}; the figures give ${percentWords(engagement.rate)} of ${engagement.denominator}.`
      : null;
  }
  const observed = {
    followers: stats.followers ?? stats.subscribers,
    views:
      mean(posts.flatMap(({ views }) => (views === null ? [] : [views]))) ??
      (stats.totalViews !== null && stats.totalVideos ? stats.totalViews / stats.totalVideos : null),
    likes: mean(stats.lastLikes) ?? mean(posts.flatMap(({ likes }) => (likes === null ? [] : [likes]))),
  }[of];
  const excess = of === 'followers' ? policy.claimExcess : policy.claimRateExcess;
  if (observed === null || value < 100 || value <= observed * (1 + excess)) return null;
  return `It claims ${words(value)} ${of === 'followers' ? 'followers' : `${of} a post`}; the figures say ${words(observed)}.`;
}

/** "Verified" is a claim as well. */
function verification({ stats }: Application, about: string): string | null {
  const claims =
    /(?:\bI(?:'|’)?(?:m| am) verified\b|\bverified (?:account|profile|creator|page|user)\b|\bblue (?:tick|check)\b|verifizierte[rs]? (?:account|profil)|compte (?:vérifié|certifié)|cuenta verificada|perfil verificado|conta verificada|profilo verificato|geverifieerd account|zweryfikowan\w+ (?:konto|profil)|verifierat konto|onaylı hesap|mavi tik|حساب موثق)/iu;
  const denies = /\b(?:not|un|isn't|nicht|pas|no|non|não|niet|nie|inte)\s?-?verif/iu;
  if (stats.isVerified !== false || !claims.test(about) || denies.test(about)) return null;
  return 'It calls itself verified; the profile is not.';
}

const words = (count: number): string => Math.round(count).toLocaleString('en-GB');
