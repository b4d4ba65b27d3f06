import { z } from 'zod';
import { Refusal } from '../../domain/errors.ts';
import { cutWindows, type TimeWindow, windowsAround } from '../../domain/networks/cut-windows.ts';
import type { NetworkFile } from '../../domain/networks/network-file.ts';
import type { NetworkReader, TransactionPage } from '../../domain/networks/network-reader.ts';
import { readRecords } from '../../domain/networks/read-records.ts';
import { ask } from '../http/ask.ts';
import type { HttpClient } from '../http/http-client.ts';
import { REAL_SURROUNDINGS } from '../http/surroundings.ts';
import type { ConnectorDeps } from '../networks/connector-deps.ts';
import { readAround } from '../networks/read-around.ts';
import { type CjCredentials, cjClient } from './cj-client.ts';
import { cjDraft, netDraft } from './cj-draft.ts';
import { CJ_FIELDS, CjRecord, isOriginal } from './cj-record.ts';

const DAY = 86_400;
/** All records of a window are netted in memory. */
const WINDOW_SECONDS_MAX = 31 * DAY;
/** A page is as long as CJ likes; so many are 10 million records. */
const PAGES_MAX = 1_000;

type DateKind = 'Posting' | 'Event' | 'Locking';
const Page = z.looseObject({
  payloadComplete: z.boolean(),
  maxCommissionId: z.string().nullish(),
  records: z.array(z.record(z.string(), z.unknown())),
});
type Page = z.infer<typeof Page>;
const Answer = z.looseObject({
  data: z.looseObject({ advertiserCommissions: Page }).nullish(),
  errors: z.array(z.looseObject({ message: z.string() })).nullish(),
});

/**
 * CJ's commissions, netted by action. Claim: documented; built from CJ's schema and pages, not run against a live
 * account.
 *
 * What changed is found by the date of posting and of locking; then all records of those actions are read by the date
 * of the sale, which corrections keep. That a transaction was closed shows only when its sale is read again.
 */
export function cjReader(
  credentials: CjCredentials,
  deps: ConnectorDeps = {},
  client: HttpClient = cjClient(credentials, deps),
): NetworkReader {
  const { nowMs } = deps.surroundings ?? REAL_SURROUNDINGS;

  async function recordsIn(kind: DateKind, { from, until }: TimeWindow, signal: AbortSignal): Promise<Raw[]> {
    const query = `query ($company: [String!]!, $since: String, $before: String, $after: String) {
  advertiserCommissions(forAdvertisers: $company, since${kind}Date: $since, before${kind}Date: $before, sinceCommissionId: $after) {
  count limit maxCommissionId payloadComplete records { ${CJ_FIELDS} } } }`;
    const variables = { company: [credentials.companyId], since: instant(from), before: instant(until) };
    const pageAfter = async (after: string | null): Promise<Page> => {
      const body = { json: { query, variables: { ...variables, after } } };
      const { data, errors } = await ask(client, { method: 'POST', path: '/query', body, signal }, Answer);
      if (!data) throw unusable(errors?.[0]?.message ?? 'it gives no data');
      return data.advertiserCommissions;
    };
    const records: Raw[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < PAGES_MAX; pages += 1) {
      const page = await pageAfter(after);
      records.push(...page.records);
      if (page.payloadComplete) return records;
      if (!page.maxCommissionId || page.maxCommissionId === after) throw unusable('its pages do not go on');
      after = page.maxCommissionId;
    }
    throw unusable(`more than ${PAGES_MAX} pages`);
  }

  const net = (records: readonly Raw[], wanted: ReadonlySet<string> | null) =>
    readRecords(
      'cj',
      actionsOf(records, wanted),
      (value) => netDraft(value, credentials.currency),
      new Date(nowMs()),
    );

  return {
    network: 'cj',
    async *readTransactions({ from, until, by }, signal): AsyncGenerator<TransactionPage> {
      for (const window of cutWindows({ from, until }, WINDOW_SECONDS_MAX)) {
        if (by === 'sales') {
          const rows = net(await recordsIn('Event', window, signal), null);
          yield { ...rows, completeUntil: window.until, gaps: [] };
          continue;
        }
        const changed = [
          ...(await recordsIn('Posting', window, signal)),
          ...(await recordsIn('Locking', window, signal)),
        ].map((record) => CjRecord.parse(record));
        const wanted = new Set(changed.map(actionOf));
        const sold = changed
          .map(({ eventDate }) => new Date(eventDate))
          .filter((at) => !Number.isNaN(at.getTime()));
        for (const sales of windowsAround(sold, AROUND)) {
          const found = await recordsIn('Event', sales, signal);
          for (const record of found) wanted.delete(actionOf(CjRecord.parse(record)));
          const rows = net(found, new Set(changed.map(actionOf)));
          yield { ...rows, completeUntil: null, gaps: [] };
        }
        const lost = [...wanted].map((id) => `CJ says that ${id} changed, and does not show it.`);
        yield { transactions: [], setAside: [], completeUntil: window.until, gaps: lost };
      }
    },
    readAgain: (refs, signal) => {
      const wanted = new Set(refs.map(({ transactionId }) => transactionId));
      return readAround('CJ', refs, AROUND, async function* (window) {
        yield net(await recordsIn('Event', window, signal), wanted);
      });
    },
  };
}

type Raw = Readonly<Record<string, unknown>>;
const AROUND = { marginSeconds: DAY, secondsMax: WINDOW_SECONDS_MAX };

const instant = (at: Date): string => at.toISOString().replace('.000Z', 'Z');
const actionOf = ({ originalActionId, commissionId }: CjRecord): string => originalActionId || commissionId;

/** The records of each action together, in the order in which actions came; a record that came twice counts once. */
function actionsOf(records: readonly Raw[], wanted: ReadonlySet<string> | null): { records: CjRecord[] }[] {
  const actions = new Map<string, Map<string, CjRecord>>();
  for (const raw of records) {
    const record = CjRecord.parse(raw);
    const id = actionOf(record);
    if (wanted !== null && !wanted.has(id)) continue;
    const action = actions.get(id) ?? new Map<string, CjRecord>();
    action.set(record.commissionId, record);
    actions.set(id, action);
  }
  return [...actions.values()].map((action) => ({ records: [...action.values()] }));
}

function unusable(why: string): Refusal {
  return new Refusal(
    'system_answer_unusable',
    `CJ answered in another way than documented: ${why.slice(0, 200)}.`,
  );
}

/**
 * CJ's commission records in a file, one line a record, netted by `originalActionId` over the file. Without a column
 * `advCurrency` the amounts in US dollars count, because no record names the advertiser's currency.
 */
export const CJ_FILE: NetworkFile = {
  network: 'cj',
  title: 'CJ',
  draftOf: (record) => cjDraft(record, null),
  netOf: (record) => {
    const { data } = CjRecord.safeParse(record);
    const id = data ? actionOf(data) : '';
    return data && id !== '' ? { id, isOriginal: isOriginal(data) } : null;
  },
  paths: [
    ['commissionId', ['commissionid']],
    ['originalActionId', ['originalactionid']],
    ['original', ['original']],
    ['orderId', ['orderid']],
    ['actionStatus', ['actionstatus', 'status']],
    ['correctionReason', ['correctionreason']],
    ['publisherId', ['publisherid', 'publishercid']],
    ['clickDate', ['clickdate']],
    ['eventDate', ['eventdate']],
    ['postingDate', ['postingdate']],
    ['lockingDate', ['lockingdate']],
    ['saleAmountUsd', ['saleamountusd']],
    ['saleAmountAdvCurrency', ['saleamountadvcurrency']],
    ['advCommissionAmountUsd', ['advcommissionamountusd']],
    ['advCommissionAmountAdvCurrency', ['advcommissionamountadvcurrency']],
    ['advCurrency', ['advcurrency', 'advertisercurrency', 'currency']],
    ['coupon', ['coupon']],
    ['newToFile', ['newtofile']],
    ['concludingDeviceType', ['concludingdevicetype']],
  ],
  required: ['commissionId', 'originalActionId', 'original', 'publisherId', 'eventDate'],
};
