import { z } from 'zod';
import { Refusal } from '../../domain/errors.ts';
import { cutWindows, type TimeWindow } from '../../domain/networks/cut-windows.ts';
import type { NetworkFile } from '../../domain/networks/network-file.ts';
import type { NetworkReader, TransactionPage } from '../../domain/networks/network-reader.ts';
import type { NetworkTransaction } from '../../domain/networks/network-transaction.ts';
import { readRecords } from '../../domain/networks/read-records.ts';
import { SaidText } from '../../domain/networks/said-text.ts';
import { answerOf } from '../http/ask.ts';
import type { HttpClient } from '../http/http-client.ts';
import { REAL_SURROUNDINGS } from '../http/surroundings.ts';
import type { ConnectorDeps } from '../networks/connector-deps.ts';
import { type ImpactCredentials, impactClient } from './impact-client.ts';
import { impactDraft } from './impact-draft.ts';

const DAY = 86_400;
/** Published: the range may not exceed 45 days, nor begin more than three years ago. */
const WINDOW_DAYS_MAX = 45;
const AGE_DAYS_MAX = 3 * 365;
/** Published: 20,000 by default, and no more than ten pages. */
const PAGE_SIZE = 20_000;
const PAGES_MAX = 10;
/** A window that holds too many is halved down to this. */
const WINDOW_SECONDS_MIN = 60;

const DATES = { sales: ['ActionDate'], changes: ['', 'LockingDate'] } as const;
const Answer = z.looseObject({ '@numpages': SaidText, Actions: z.array(z.unknown()).nullish() });

/**
 * impact.com's actions. Claim: documented; built from the vendor's specification and pages, not run against a live
 * account.
 *
 * What changed is asked for by the date of the last update and by the date of locking, because a change of state is no
 * update to impact.com. Of an action's lines nothing is read: they cost a call for each action.
 */
export function impactReader(
  credentials: ImpactCredentials,
  deps: ConnectorDeps = {},
  client: HttpClient = impactClient(credentials, deps),
): NetworkReader {
  const { nowMs } = deps.surroundings ?? REAL_SURROUNDINGS;
  const recordsOf = (actions: readonly unknown[]) =>
    readRecords('impact', actions, impactDraft, new Date(nowMs()));

  async function pageOf(window: TimeWindow, date: string, page: number, signal: AbortSignal) {
    const start = Math.floor(window.from.getTime() / 1_000);
    const query = {
      CampaignId: credentials.campaignId,
      [date === '' ? 'StartDate' : `${date}Start`]: second(start),
      // Inclusive: what lies on the border of two windows comes twice rather than never.
      [date === '' ? 'EndDate' : `${date}End`]: second(
        Math.min(Math.ceil(window.until.getTime() / 1_000), start + WINDOW_DAYS_MAX * DAY),
      ),
      Page: String(page),
      PageSize: String(PAGE_SIZE),
    };
    const outcome = await client.call({ method: 'GET', path: '/Actions', query, effect: 'read', signal });
    const holdsTooMany =
      outcome.state === 'answered' && outcome.status === 400 && /page|records|range/i.test(outcome.body);
    if (holdsTooMany) return null;
    const answer = answerOf(client.system, outcome, Answer);
    const pages = Math.max(1, Number(answer['@numpages']) || 1);
    return pages > PAGES_MAX ? null : { pages, actions: answer.Actions ?? [] };
  }

  /** The pages of a window; of one that holds too many, those of its halves. */
  async function* pagesOf(
    window: TimeWindow,
    date: string,
    signal: AbortSignal,
  ): AsyncGenerator<readonly unknown[]> {
    const first = await pageOf(window, date, 1, signal);
    if (first === null) {
      const seconds = (window.until.getTime() - window.from.getTime()) / 1_000;
      if (seconds < 2 * WINDOW_SECONDS_MIN) throw tooMany(window);
      for (const half of cutWindows(window, Math.ceil(seconds / 2))) yield* pagesOf(half, date, signal);
      return;
    }
    yield first.actions;
    for (let page = 2; page <= first.pages; page += 1) {
      const next = await pageOf(window, date, page, signal);
      if (next === null) throw tooMany(window);
      yield next.actions;
    }
  }

  return {
    network: 'impact',
    async *readTransactions({ from, until, by }, signal): AsyncGenerator<TransactionPage> {
      const oldest = new Date(nowMs() - AGE_DAYS_MAX * DAY * 1_000);
      if (from < oldest) {
        const gap = `impact.com gives nothing from before ${oldest.toISOString().slice(0, 10)}.`;
        yield { transactions: [], setAside: [], completeUntil: null, gaps: [gap] };
      }
      for (const window of cutWindows(
        { from: from < oldest ? oldest : from, until },
        WINDOW_DAYS_MAX * DAY,
      )) {
        for (const date of DATES[by]) {
          for await (const actions of pagesOf(window, date, signal)) {
            yield { ...recordsOf(actions), completeUntil: null, gaps: [] };
          }
        }
        yield { transactions: [], setAside: [], completeUntil: window.until, gaps: [] };
      }
    },
    async readAgain(refs, signal) {
      const found = new Map<string, NetworkTransaction>();
      for (const { transactionId } of refs) {
        const path = `/Actions/${encodeURIComponent(transactionId)}`;
        const outcome = await client.call({ method: 'GET', path, effect: 'read', signal });
        if (outcome.state === 'answered' && outcome.status === 404) continue;
        const { transactions } = recordsOf([answerOf(client.system, outcome, z.looseObject({}))]);
        for (const transaction of transactions) found.set(transaction.transactionId, transaction);
      }
      return found;
    },
  };
}

const second = (epochSeconds: number): string =>
  `${new Date(epochSeconds * 1_000).toISOString().slice(0, 19)}Z`;

function tooMany({ from }: TimeWindow): Refusal {
  return new Refusal(
    'system_answer_unusable',
    `impact.com has more actions around ${from.toISOString()} than it gives in one answer.`,
  );
}

/**
 * impact.com's actions in a file: the API's JSON, or the CSV of its Action Listing report. The report's columns are as
 * described; what it calls "Action Date" is the time of the sale.
 */
export const IMPACT_FILE: NetworkFile = {
  network: 'impact',
  title: 'impact.com',
  draftOf: impactDraft,
  paths: [
    ['Id', ['actionid', 'id']],
    ['MediaPartnerId', ['mediapartnerid', 'partnerid', 'mediaid']],
    ['State', ['state', 'status', 'actionstatus']],
    ['LockedStatus', ['lockedstatus']],
    ['Amount', ['saleamount', 'amount']],
    ['Payout', ['payout', 'actioncost']],
    ['Currency', ['currency', 'payoutcurrency', 'originalcurrency']],
    ['ReferringDate', ['referringdate', 'referraldate', 'clickdate']],
    ['EventDate', ['actiondate', 'eventdate']],
    ['CreationDate', ['creationdate', 'postingdate']],
    ['ModificationDate', ['modificationdate', 'lastupdated']],
    ['LockingDate', ['lockingdate']],
    ['ClearedDate', ['cleareddate', 'clearingdate']],
    ['PromoCode', ['promocode']],
    ['Oid', ['oid', 'orderid']],
    ['CustomerStatus', ['customerstatus']],
    ['SharedId', ['sharedid']],
  ],
  required: ['Id', 'MediaPartnerId', 'EventDate', 'Amount', 'Payout', 'Currency'],
};
