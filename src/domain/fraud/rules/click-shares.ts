import { clickCounts } from '../cell-counts.ts';
import type { FraudPolicy } from '../fraud-policy.ts';
import type { Family, Signal } from '../fraud-scores.ts';
import { wideShareRule } from '../share-rule.ts';
import { shareSignals } from '../share-signal.ts';
import type { ClickSketch } from '../sketch.ts';
import type { Tally } from '../tally.ts';

interface ClickShare {
  readonly name: string;
  readonly family: Family;
  readonly counted: string;
  readonly missing: string;
  count(clicks: ClickSketch): { k: number; n: number } | null;
}

/** More partners than this without a single referrer: the column is missing, nobody hides anything. */
const WITHOUT_REFERRER_MAX = 0.1;
/** More clicks a minute than this all day long, and twenty in one minute are ordinary. */
const BUSY_CLICKS_PER_MINUTE = 4;
const MINUTES_PER_DAY = 1_440;

/**
 * Shares of clicks: landings without a page seen, missing and foreign referrers, bursts, visitors who click
 * again and again, robots. Answers one list of signals per rule, each in the order of `tallies`.
 *
 * @param historyDays - days the history spans, about.
 */
export function clickShares(tallies: readonly Tally[], policy: FraudPolicy, historyDays: number): Signal[][] {
  return clickShareRules(tallies, policy, historyDays).map(({ count, ...rule }) =>
    shareSignals(
      clickCounts(tallies, count),
      { ...rule, rule: wideShareRule(policy, policy.clicksMin) },
      policy.falseDiscoveryRate,
    ).map(({ signal }) => signal),
  );
}

function clickShareRules(tallies: readonly Tally[], policy: FraudPolicy, historyDays: number): ClickShare[] {
  const busyClicks = BUSY_CLICKS_PER_MINUTE * MINUTES_PER_DAY * historyDays;
  const frequent = tallies.filter(({ clicks }) => clicks !== null && clicks.clicks >= policy.clicksMin);
  const silent = frequent.filter(({ clicks }) => clicks?.referrerGiven === 0).length;
  const columnMissing = silent > WITHOUT_REFERRER_MAX * frequent.length;
  return [
    {
      name: 'clicks_without_page',
      family: 'referrer',
      counted: 'clicks were followed by no page view',
      missing: 'Whether clicks led to a page is not known: no site events or no visitor identifiers.',
      count: ({ engagementKnown, engaged }) => ({ k: engagementKnown - engaged, n: engagementKnown }),
    },
    {
      name: 'missing_referrers',
      family: 'referrer',
      counted: 'clicks carry no referrer',
      missing: 'Clicks of this partner or programme carry no referrers at all.',
      count: ({ clicks, referrerGiven }) =>
        columnMissing && referrerGiven === 0 ? null : { k: clicks - referrerGiven, n: clicks },
    },
    {
      name: 'foreign_referrers',
      family: 'referrer',
      counted: 'referrers are not the partner’s own site',
      missing: 'Referrers cannot be compared: no referrers or no website.',
      count: ({ referrerForeign, referrerCompared }) => ({ k: referrerForeign, n: referrerCompared }),
    },
    {
      name: 'address_bursts',
      family: 'volume',
      counted: 'clicks came in bursts of more than 20 an hour from one address and browser',
      missing: 'Clicks carry no IP hash.',
      count: ({ burstClicks, addressKnown }) => ({ k: burstClicks, n: addressKnown }),
    },
    {
      name: 'minute_bursts',
      family: 'volume',
      counted: 'clicks came in bursts of more than 20 a minute from one sub-ID',
      missing: 'There are no clicks, or so many that twenty a minute are ordinary.',
      count: ({ minuteBurstClicks, clicks }) =>
        clicks > busyClicks ? null : { k: minuteBurstClicks, n: clicks },
    },
    {
      name: 'repeat_visitors',
      family: 'volume',
      counted: 'clicks are a further click of the same visitor on the same day',
      missing: 'Clicks carry no visitor identifiers.',
      count: ({ visitorRepeats, visitorKnown }) => ({ k: visitorRepeats, n: visitorKnown }),
    },
    {
      name: 'robot_clicks',
      family: 'volume',
      counted: 'clicks come from programs rather than browsers',
      missing: 'Clicks carry no user agent.',
      count: ({ botAgents, agentKnown }) => ({ k: botAgents, n: agentKnown }),
    },
  ];
}
