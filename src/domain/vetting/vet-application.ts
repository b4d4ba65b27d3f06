import type { Application, Problem } from './application.ts';
import { readText } from './application-text.ts';
import { commentSpam } from './audience/comment-spam.ts';
import { engagementAnomaly } from './audience/engagement-anomaly.ts';
import { fakeAccount } from './audience/fake-account.ts';
import { fakeChance } from './audience/fake-chance.ts';
import { fakeFollowers } from './audience/fake-followers.ts';
import { followerSpike } from './audience/follower-spike.ts';
import { batchFindings } from './batch/batch-findings.ts';
import type { BatchEntry, BatchIndex } from './batch/batch-index.ts';
import { benchmarkOf } from './benchmark-of.ts';
import { claimMismatch } from './claims/claim-mismatch.ts';
import { decide } from './decide.ts';
import { engagementRate } from './engagement-rate.ts';
import { type Finding, FLAGS, type VettingFlag } from './flag.ts';
import type { LookFacts } from './look/look-facts.ts';
import { lookFinding } from './look-finding.ts';
import { marketMismatch } from './market/market-mismatch.ts';
import { missingFacts } from './missing-facts.ts';
import { percentWords } from './percent-words.ts';
import { cryptoScam } from './safety/crypto-scam.ts';
import { competitorExclusive } from './safety/exclusive.ts';
import { hateFindings } from './safety/hate.ts';
import { identityFindings } from './safety/identity.ts';
import { injection } from './safety/injection.ts';
import { minor } from './safety/minor.ts';
import { topicFindings } from './safety/topics.ts';
import { undisclosedAds } from './safety/undisclosed-ads.ts';
import { confidenceOf, scoreOf } from './score.ts';
import type { SiteReading } from './site/site-reading.ts';
import { type TextReading, withReading } from './text-reading.ts';
import type { VettingPolicy } from './vetting-policy.ts';
import type { Benchmark, Vetting } from './vetting-result.ts';

/** What is known beside the application itself. */
export interface VettingContext {
  readonly policy: VettingPolicy;
  readonly now: Date;
  /** The application among the others of its batch; null when it stands alone. */
  readonly batch: { readonly entry: BatchEntry; readonly index: BatchIndex } | null;
  /** Its pictures against the brand's board; null when there are none or no board. */
  readonly look: LookFacts | null;
  /** What a learnt reader says of its words; left out when only the word lists read it. */
  readonly reading?: TextReading | undefined;
  /** The site that it names; null or left out when it names none, or sites are not read. */
  readonly site?: SiteReading | null;
}

/**
 * Vets one application: figures, words, identity and company, by the rules of the policy. Pure: fetches nothing.
 *
 * What the learnt reader alone found is shown and lowers the score like every flag, but never declines: see `decide`.
 */
export function vetApplication(
  application: Application,
  given: readonly Problem[],
  context: VettingContext,
): Vetting {
  const { policy, now, batch, look, site = null } = context;
  const problems = [...given, ...(site?.problems ?? [])];
  const text = readText(application);
  const engagement = engagementRate(application, policy.postsForRate);
  const benchmark = engagement === null ? null : benchmarkOf(application, engagement, policy);
  const chance = fakeChance(application);
  const byRule: Finding[] = [
    ...fakeAccount(chance, policy),
    ...engagementAnomaly(application, engagement, policy),
    ...followerSpike(application, policy),
    ...commentSpam(application, policy),
    ...missingFacts(application, text, engagement, problems, site?.facts.state === 'read'),
    ...claimMismatch(application, text, engagement, policy),
    ...identityFindings(application, text, policy),
    ...(batch === null ? [] : batchFindings(batch.entry, batch.index)),
    ...competitorExclusive(text, policy),
    ...undisclosedAds(application, text),
    ...minor(text, now.getUTCFullYear(), policy),
    ...topicFindings(text),
    ...cryptoScam(text),
    ...hateFindings(text),
    ...lookFinding(look, policy),
    ...marketMismatch(application, text, policy),
    ...injection(application, text),
    ...(site?.findings ?? []),
  ];
  const findings = context.reading === undefined ? byRule : withReading(byRule, context.reading);
  findings.push(...fakeFollowers(application, new Set(findings.map(({ flag }) => flag)), policy));

  const flags = FLAGS.filter((name) => findings.some(({ flag }) => flag === name));
  const { score, parts } = scoreOf(application, engagement, {
    benchmark,
    flags,
    fakeChance: chance,
    site: site?.facts ?? null,
  });
  return {
    id: application.id,
    decision: decide(flags, problems, learntOnly(byRule, context.reading)),
    score,
    confidence: confidenceOf(application, engagement, problems.length, site?.facts.pages ?? 0),
    engagementRate: engagement?.rate ?? null,
    denominator: engagement?.denominator ?? null,
    benchmark,
    flags: [...flags],
    reasons: [
      ...[...new Set(findings.map(({ sentence }) => sentence))],
      ...problems.map(({ sentence }) => sentence),
      ...(site?.reasons ?? []),
      ...(engagement === null ? [] : [rateWords(engagement.rate, engagement.denominator, benchmark)]),
      ...(findings.length === 0 ? ['No rule found anything against it.'] : []),
    ],
    parts,
    fakeChance: chance === null ? null : Math.round(chance * 10_000) / 10_000,
    look,
    site: site?.facts ?? null,
  };
}

/** Flags that stand on the learnt reader alone. */
function learntOnly(byRule: readonly Finding[], reading: TextReading | undefined): ReadonlySet<VettingFlag> {
  const raised: ReadonlySet<VettingFlag> = new Set(byRule.map(({ flag }) => flag));
  return new Set((reading?.found ?? []).flatMap(({ flag }) => (raised.has(flag) ? [] : [flag])));
}

function rateWords(rate: number, denominator: string, benchmark: Benchmark | null): string {
  const said = `Engagement is ${percentWords(rate)} of ${denominator}`;
  if (benchmark === null) return `${said}; there is no benchmark for this platform and denominator.`;
  const { verdict, average, good, tier, asOf } = benchmark;
  const words = { good: 'good', average: 'average', below: 'below average' }[verdict];
  return `${said}, which is ${words} for ${tier} accounts (average from ${percentWords(average)}, good from ${percentWords(good)}, as of ${asOf}).`;
}
