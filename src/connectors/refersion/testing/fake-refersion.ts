import {
  type FakeAnswer,
  type FakeRequest,
  type FakeServer,
  startFakeServer,
} from '../../http/testing/fake-server.ts';

export interface FakeRefersionConversion {
  readonly id: number;
  status: string;
  readonly order_id: string;
  readonly created: string;
  updated: string;
  readonly [field: string]: unknown;
}

export interface FakeRefersion extends FakeServer {
  readonly conversions: FakeRefersionConversion[];
  /** Every change that was made: `DENIED 1`, `cancel ORDER-1 A x1`. */
  readonly changes: readonly string[];
}

/**
 * Refersion's REST API as it is described: two keys, POST for everything, 200 with two lists of ids, lists of at most 50
 * (answered with 429), and, as some accounts have it, a list of conversions by page.
 */
export async function startFakeRefersion(
  conversions: FakeRefersionConversion[],
  { nowMs, pageSize = 100 }: { readonly nowMs: () => number; readonly pageSize?: number },
): Promise<FakeRefersion> {
  const changes: string[] = [];
  const now = () => new Date(nowMs()).toISOString().slice(0, 19).replace('T', ' ');

  const answer = ({ headers, method, path, body }: FakeRequest): FakeAnswer => {
    if (headers['refersion-public-key'] !== 'public' || headers['refersion-secret-key'] !== 'secret') {
      return { status: 401, body: { error: 'Invalid keys' } };
    }
    if (method !== 'POST') return { status: 405, body: '' };
    const asked = JSON.parse(body || '{}');
    switch (path) {
      case '/conversion/totals':
        return {
          status: 200,
          body: { conversions_count: conversions.length, commission_total: '8.00', currency: 'GBP' },
        };
      case '/conversions/list': {
        const start = (asked.page - 1) * pageSize;
        const results = conversions.slice(start, start + pageSize);
        return {
          status: 200,
          body: { page: asked.page, total_pages: Math.ceil(conversions.length / pageSize), results },
        };
      }
      case '/conversion/status_change':
        return setStatus(asked);
      case '/conversion/cancel': {
        const lines = asked.items.map(
          ({ sku, quantity }: { sku: string; quantity: number }) => `${sku} x${quantity}`,
        );
        changes.push(`cancel ${asked.order_id} ${lines.join(' ')}`);
        return { status: 200, body: { conversion_id: `9${changes.length}` } };
      }
      default:
        return { status: 404, body: { error: 'Empty request body' } };
    }
  };

  function setStatus({ ids, status }: { ids: string[]; status: string }): FakeAnswer {
    if (ids.length > 50)
      return { status: 429, body: { error: 'Max number of elements on attribute (50) reached.' } };
    const done: string[] = [];
    for (const id of ids) {
      const found = conversions.find((conversion) => String(conversion.id) === id);
      if (found === undefined || found.payment_status === 'PAID') continue;
      found.status = status;
      found.updated = now();
      changes.push(`${status} ${id}`);
      done.push(id);
    }
    return {
      status: 200,
      body: { ids_changed: done, ids_not_changed: ids.filter((id) => !done.includes(id)) },
    };
  }

  const server = await startFakeServer({ windows: [{ calls: 60, seconds: 60 }], nowMs, answer });
  return { ...server, conversions, changes };
}

/** One pending conversion for each sale: order ORDER-n of £100.00 with £8.00 commission, so many minutes into March 2026. */
export function refersionConversions(minutes: readonly number[]): FakeRefersionConversion[] {
  return minutes.map((minute, index) => {
    const created = new Date(Date.UTC(2026, 2, 1, 0, minute)).toISOString().slice(0, 19).replace('T', ' ');
    return {
      id: index + 1,
      created,
      updated: created,
      status: 'PENDING',
      payment_status: 'UNPAID',
      total: 100,
      commission_total: '8.00',
      currency: 'GBP',
      order_id: `ORDER-${index}`,
      coupon_code: 'SPRING',
      affiliate: { id: 7, code: 'a3y7' },
      click: { created: '2026-02-28 23:00:00', sub_id: 'blog' },
    };
  });
}
