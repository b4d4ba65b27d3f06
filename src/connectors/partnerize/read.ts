import { z } from 'zod';
import { Refusal } from '../../domain/errors.ts';
import { cutWindows, type TimeWindow } from '../../domain/networks/cut-windows.ts';
import type { NetworkFile } from '../../domain/networks/network-file.ts';
import type { NetworkReader, TransactionPage } from '../../domain/networks/network-reader.ts';
import { readRecords } from '../../domain/networks/read-records.ts';
import { SaidText } from '../../domain/networks/said-text.ts';
import { ask } from '../http/ask.ts';
import type { HttpClient } from '../http/http-client.ts';
import { REAL_SURROUNDINGS } from '../http/surroundings.ts';
import type { ConnectorDeps } from '../networks/connector-deps.ts';
import { readAround } from '../networks/read-around.ts';
import { type PartnerizeCredentials, partnerizeClient } from './partnerize-client.ts';
import { partnerizeDraft } from './partnerize-draft.ts';

const DAY = 86_400;
/** Ours: none is published. */
const WINDOW_DAYS_MAX = 31;
/** Published. */
const PAGE_SIZE = 300;
const PAGES_MAX = 100_000;
const AROUND = { marginSeconds: 60, secondsMax: WINDOW_DAYS_MAX * DAY };

const DATE_TYPES = { sales: [null], changes: ['last_modified', 'approved_at'] } as const;
const Answer = z.looseObject({
  count: SaidText,
  cursor_id: SaidText,
  conversions: z.array(z.unknown()),
  hypermedia: z.looseObject({ pagination: z.looseObject({ next_page: SaidText }).nullish() }).nullish(),
});
type Answer = z.infer<typeof Answer>;
type Place = Readonly<Record<string, string>>;

/**
 * Partnerize's conversions, as its brand report documents them. Claim: documented; built from the vendor's
 * specification, not run against a live account.
 *
 * It pages by cursor where the answer names one, else by offset. Its times carry no zone and are asked for in UTC.
 */
export function partnerizeReader(
  credentials: PartnerizeCredentials,
  deps: ConnectorDeps = {},
  client: HttpClient = partnerizeClient(credentials, deps),
): NetworkReader {
  const { nowMs } = deps.surroundings ?? REAL_SURROUNDINGS;
  const path = `/reporting/report_advertiser/campaign/${credentials.campaignId}/conversion.json`;

  async function* pagesOf(
    { from, until }: TimeWindow,
    dateType: string | null,
    signal: AbortSignal,
  ): AsyncGenerator<Omit<TransactionPage, 'completeUntil'>> {
    const window = {
      start_date: second(Math.floor(from.getTime() / 1_000)),
      end_date: second(Math.ceil(until.getTime() / 1_000)),
      timezone: 'UTC',
      include_payment_info: 'true',
      limit: String(PAGE_SIZE),
      ...(dateType === null ? {} : { date_type: dateType }),
    };
    let place: Place | null = {};
    let had = 0;
    for (let pages = 0; place !== null; pages += 1) {
      const here: Place = place;
      const answer: Answer = await ask(
        client,
        { method: 'GET', path, query: { ...window, ...here }, signal },
        Answer,
      );
      had += answer.conversions.length;
      place = nextPlace(answer, had);
      if (place !== null && (pages >= PAGES_MAX || JSON.stringify(place) === JSON.stringify(here))) {
        throw new Refusal('system_answer_unusable', 'Partnerize’s pages do not go on.');
      }
      yield {
        ...readRecords('partnerize', answer.conversions, partnerizeDraft, new Date(nowMs())),
        gaps: [],
      };
    }
  }

  return {
    network: 'partnerize',
    async *readTransactions({ from, until, by }, signal): AsyncGenerator<TransactionPage> {
      for (const window of cutWindows({ from, until }, WINDOW_DAYS_MAX * DAY)) {
        for (const dateType of DATE_TYPES[by]) {
          for await (const page of pagesOf(window, dateType, signal)) yield { ...page, completeUntil: null };
        }
        yield { transactions: [], setAside: [], completeUntil: window.until, gaps: [] };
      }
    },
    readAgain: (refs, signal) =>
      readAround('Partnerize', refs, AROUND, (window) => pagesOf(window, null, signal)),
  };
}

/** Where the next page is; null after the last. */
function nextPlace({ hypermedia, cursor_id, count, conversions }: Answer, had: number): Place | null {
  if (conversions.length === 0) return null;
  const pagination = hypermedia?.pagination;
  if (pagination) {
    if (pagination.next_page === '') return null;
    const query = new URL(pagination.next_page, 'https://api.partnerize.com').searchParams;
    const cursor = query.get('cursor_id') ?? cursor_id;
    if (cursor !== '') return { cursor_id: cursor };
    return { offset: query.get('offset') ?? String(had) };
  }
  return had < Number(count) ? { offset: String(had) } : null;
}

const second = (epochSeconds: number): string =>
  `${new Date(epochSeconds * 1_000).toISOString().slice(0, 19)}Z`;

/** Partnerize's conversions in a file: the report's JSON list, or a CSV that flattens the same fields. */
export const PARTNERIZE_FILE: NetworkFile = {
  network: 'partnerize',
  title: 'Partnerize',
  draftOf: partnerizeDraft,
  paths: [
    ['conversion_id', ['conversionid']],
    ['publisher_id', ['publisherid', 'partnerid']],
    ['conversion_time', ['conversiontime', 'conversiondate', 'conversiondatetime']],
    ['currency', ['currency']],
    ['conversion_reference', ['conversionreference', 'orderreference']],
    ['customer_type', ['customertype']],
    ['last_modified', ['lastmodified']],
    ['conversion_lag', ['conversionlag']],
    ['clickref', ['clickref', 'publisherreference']],
    ['ref_device', ['refdevice', 'device']],
    ['invoice_paid_date', ['invoicepaiddate']],
    ['click.set_time', ['clicksettime', 'settime', 'clicktime']],
    ['conversion_value.conversion_status', ['conversionvalueconversionstatus', 'conversionstatus', 'status']],
    ['conversion_value.value', ['conversionvaluevalue', 'value', 'conversionvalue']],
    [
      'conversion_value.publisher_commission',
      ['conversionvaluepublishercommission', 'publishercommission', 'partnercommission'],
    ],
  ],
  required: [
    'conversion_id',
    'publisher_id',
    'conversion_time',
    'currency',
    'conversion_value.value',
    'conversion_value.publisher_commission',
  ],
};
