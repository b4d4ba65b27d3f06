import {
  type FakeAnswer,
  type FakeRequest,
  type FakeServer,
  startFakeServer,
} from '../../http/testing/fake-server.ts';
import { type SlowJobs, slowJobs } from '../../http/testing/slow-jobs.ts';

export interface FakeConversion {
  readonly conversion_id: string;
  readonly conversion_time: string;
  last_modified: string;
  conversion_value: { conversion_status: string; value: number; publisher_commission: number };
  conversion_items: {
    conversion_item_id: string;
    sku: string;
    item_value: number;
    item_status: string;
    reject_reason: string | null;
  }[];
  readonly [field: string]: unknown;
}

export interface FakePartnerize extends FakeServer, Pick<SlowJobs, 'takeSeconds'> {
  readonly conversions: FakeConversion[];
  /** Every change that was made: `c1 rejected`, `c2/i1 40.5`. */
  readonly changes: readonly string[];
}

interface Update {
  readonly status?: string;
  readonly item_value?: number;
  readonly reason?: string;
}

/**
 * Partnerize as its specification describes it: Basic sign-in, pages by cursor (or by offset), a bulk update of either
 * conversions or items with a job, a limit that only its headers tell.
 */
export async function startFakePartnerize(
  conversions: FakeConversion[],
  {
    nowMs,
    pageSize = 5,
    paging = 'cursor',
  }: {
    readonly nowMs: () => number;
    readonly pageSize?: number;
    readonly paging?: 'cursor' | 'offset' | 'count';
  },
): Promise<FakePartnerize> {
  const changes: string[] = [];
  const jobs = new Map<string, unknown>();
  const going = slowJobs(nowMs);
  const basic = `Basic ${Buffer.from('app:key').toString('base64')}`;
  const now = () => new Date(nowMs()).toISOString().slice(0, 19).replace('T', ' ');

  const answer = (request: FakeRequest): FakeAnswer => {
    const { path } = request;
    going.settle();
    if (request.headers.authorization !== basic)
      return { status: 401, body: { error: { message: 'Unauthorized', code: '401' } } };
    if (path === '/reporting/report_advertiser/campaign/10l176/conversion.json') return list(request.query);
    if (path === '/v3/brand/campaigns/10l176/conversions/bulk') return bulk(request);
    if (path === '/v3/jobs') return { status: 200, body: { data: [...jobs.values()] } };
    const job = jobs.get(path.split('/').at(-1) ?? '');
    return job ? { status: 200, body: job } : { status: 404, body: { error: { message: 'Not Found' } } };
  };

  function list(query: URLSearchParams): FakeAnswer {
    if (query.get('timezone') !== 'UTC') return { status: 400, body: { error: { message: 'timezone' } } };
    const field = query.get('date_type') === null ? 'conversion_time' : query.get('date_type');
    const dated = (conversion: FakeConversion) =>
      Date.parse(`${String(conversion[field ?? ''] ?? '').replace(' ', 'T')}Z`);
    const from = Date.parse(query.get('start_date') ?? '');
    const until = Date.parse(query.get('end_date') ?? '');
    const matching = conversions.filter(
      (conversion) => dated(conversion) >= from && dated(conversion) <= until,
    );
    const at = Number(query.get(paging === 'cursor' ? 'cursor_id' : 'offset') ?? 0);
    const page = matching.slice(at, at + pageSize);
    const next = at + pageSize < matching.length ? at + pageSize : null;
    const where = paging === 'cursor' ? 'cursor_id' : 'offset';
    return {
      status: 200,
      body: {
        limit: pageSize,
        count: matching.length,
        conversions: page.map((conversion_data) => ({ conversion_data })),
        ...(paging === 'cursor' && next !== null ? { cursor_id: next } : {}),
        ...(paging === 'count'
          ? {}
          : {
              hypermedia: {
                pagination: {
                  first_page: '/x',
                  next_page: next === null ? null : `/x?limit=${pageSize}&${where}=${next}`,
                },
              },
            }),
      },
    };
  }

  function bulk({ body }: FakeRequest): FakeAnswer {
    const asked: Record<string, Record<string, Update>> = JSON.parse(body);
    const [key, ...others] = Object.keys(asked);
    if (key === undefined || others.length > 0)
      return { status: 400, body: { error: { message: 'exactly one of them' } } };
    const updates = Object.entries(asked[key] ?? {});
    if (updates.some(([, { reason = '' }]) => /[^a-zA-Z0-9 :\-_.,;#]/.test(reason)))
      return { status: 400, body: { error: { message: 'reason' } } };
    const id = `job${jobs.size + 1}`;
    const told = { id, type: 'conversion_bulk_update' };
    const created = { ...told, status: 'created', item_error_count: 0 };
    jobs.set(id, { data: { ...created, status: 'processing' } });
    going.give(() => {
      const errors = updates.filter(
        ([one, update]) => !(key === 'conversions' ? setConversion(one, update) : setItem(one, update)),
      ).length;
      jobs.set(id, { data: { ...told, status: 'complete', item_error_count: errors } });
    });
    return { status: 202, body: { data: created } };
  }

  function setConversion(
    id: string,
    { status = '', reason = null }: { status?: string; reason?: string | null },
  ): boolean {
    const found = conversions.find(({ conversion_id }) => conversion_id === id);
    if (found === undefined || found.conversion_value.conversion_status !== 'pending') return false;
    changes.push(`${id} ${status}`);
    found.conversion_value = { ...found.conversion_value, conversion_status: status };
    for (const item of found.conversion_items)
      Object.assign(item, { item_status: status, reject_reason: reason });
    found.last_modified = now();
    return true;
  }

  function setItem(id: string, { item_value, status }: Update): boolean {
    const found = conversions.find((conversion) =>
      conversion.conversion_items.some((item) => item.conversion_item_id === id),
    );
    const item = found?.conversion_items.find(({ conversion_item_id }) => conversion_item_id === id);
    if (found === undefined || item === undefined) return false;
    changes.push(`${found.conversion_id}/${id} ${item_value}`);
    item.item_value = item_value ?? item.item_value;
    item.item_status = status ?? item.item_status;
    found.conversion_value.value = found.conversion_items.reduce(
      (sum, { item_value: value }) => sum + value,
      0,
    );
    found.last_modified = now();
    return true;
  }

  const server = await startFakeServer({ windows: [{ calls: 60, seconds: 60 }], nowMs, answer });
  return { ...server, conversions, changes, takeSeconds: going.takeSeconds };
}

/** One pending conversion for each sale: c-n of £100.00 with £8.00 commission in two items, so many minutes into March 2026. */
export function partnerizeConversions(minutes: readonly number[]): FakeConversion[] {
  return minutes.map((minute, index) => {
    const at = new Date(Date.UTC(2026, 2, 1, 0, minute));
    const time = at.toISOString().slice(0, 19).replace('T', ' ');
    const click = new Date(at.getTime() - 600_000).toISOString().slice(0, 19).replace('T', ' ');
    const item = {
      category: 'shoes',
      item_status: 'pending',
      reject_reason: null,
      voucher_codes: ['SPRING'],
    };
    return {
      conversion_id: `c${index}`,
      campaign_id: '10l176',
      publisher_id: '1l92',
      conversion_time: time,
      last_modified: time,
      currency: 'GBP',
      conversion_reference: `ORDER-${index}`,
      customer_type: 'existing',
      conversion_lag: 600,
      clickref: 'blog',
      ref_device: 'Desktop',
      click: { click_id: '1', set_time: click, clickref: 'blog' },
      conversion_value: { conversion_status: 'pending', value: 100, commission: 9, publisher_commission: 8 },
      conversion_items: [
        {
          ...item,
          conversion_item_id: `i${index}a`,
          sku: 'A',
          item_value: 60,
          item_publisher_commission: 4.8,
        },
        {
          ...item,
          conversion_item_id: `i${index}b`,
          sku: 'B',
          item_value: 40,
          item_publisher_commission: 3.2,
        },
      ],
    };
  });
}
