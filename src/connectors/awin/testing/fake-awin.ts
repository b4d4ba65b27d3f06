import {
  type FakeAnswer,
  type FakeRequest,
  type FakeServer,
  startFakeServer,
} from '../../http/testing/fake-server.ts';
import { type SlowJobs, slowJobs } from '../../http/testing/slow-jobs.ts';

export interface FakeAwinTransaction {
  readonly id: number;
  readonly publisherId: number;
  commissionStatus: string;
  commissionAmount: { amount: number; currency: string };
  saleAmount: { amount: number; currency: string };
  readonly transactionDate: string;
  validationDate: string | null;
  amendedAt?: string;
  declineReason?: string | null;
  readonly [field: string]: unknown;
}

export interface FakeAwin extends FakeServer, Pick<SlowJobs, 'takeSeconds'> {
  readonly transactions: FakeAwinTransaction[];
  /** Every change that was made, in order: `decline 1900000001`. */
  readonly changes: readonly string[];
}

interface Order {
  readonly action: string;
  readonly approve?: boolean;
  readonly transaction: {
    readonly transactionId: number;
    readonly saleAmount?: number;
    readonly currency?: string;
    readonly declineReason?: string;
    readonly amendReason?: string;
  };
}

/**
 * Awin's advertiser API as its pages describe it: a bearer token, windows of at most 31 days, the mandatory zone, no
 * paging, batches of at most 40,000 with a job, 20 calls a minute.
 */
export async function startFakeAwin(
  transactions: FakeAwinTransaction[],
  { nowMs, token = 'token-of-awin' }: { readonly nowMs: () => number; readonly token?: string },
): Promise<FakeAwin> {
  const changes: string[] = [];
  const jobs = new Map<string, unknown>();
  const going = slowJobs(nowMs);
  const now = () => new Date(nowMs()).toISOString().slice(0, 19);

  const answer = (request: FakeRequest): FakeAnswer => {
    going.settle();
    if (request.headers.authorization !== `Bearer ${token}`) {
      return { status: 401, body: { error: 'invalid_token', description: 'Invalid or expired token' } };
    }
    if (request.path === '/advertisers/1001/transactions/jobs')
      return { status: 200, body: [...jobs.values()] };
    const job = /^\/advertisers\/1001\/transactions\/jobs\/(.+)$/.exec(request.path)?.[1];
    if (job !== undefined) return { status: jobs.has(job) ? 200 : 404, body: jobs.get(job) ?? {} };
    if (request.path === '/advertisers/1001/transactions/batch') return change(request);
    if (request.path === '/advertisers/1001/transactions/') return list(request.query);
    return { status: 404, body: { error: 'not_found' } };
  };

  function list(query: URLSearchParams): FakeAnswer {
    if (query.get('timezone') !== 'UTC') return { status: 400, body: { error: 'timezone is mandatory' } };
    const ids = query.get('ids');
    if (ids !== null) {
      const wanted = ids.split(',');
      return { status: 200, body: transactions.filter(({ id }) => wanted.includes(String(id))) };
    }
    const start = query.get('startDate') ?? '';
    const end = query.get('endDate') ?? '';
    const days = (Date.parse(`${end}Z`) - Date.parse(`${start}Z`)) / 86_400_000;
    if (!(days >= 0 && days <= 31)) return { status: 400, body: { error: 'the window exceeds 31 days' } };
    const dated = {
      transaction: (row: FakeAwinTransaction) => row.transactionDate,
      validation: (row: FakeAwinTransaction) => row.validationDate ?? '',
      amendment: (row: FakeAwinTransaction) => row.amendedAt ?? '',
    }[query.get('dateType') ?? ''];
    if (dated === undefined) return { status: 400, body: { error: 'dateType' } };
    return { status: 200, body: transactions.filter((row) => dated(row) >= start && dated(row) < end) };
  }

  function change({ body }: FakeRequest): FakeAnswer {
    const orders: Order[] = JSON.parse(body);
    if (orders.length > 40_000) return { status: 400, body: { error: 'too many objects' } };
    const jobId = `job-${jobs.size + 1}`;
    const told = { jobId, transactions: orders.length, allTransactions: null };
    jobs.set(jobId, { ...told, status: 'PROCESSING', errors: 0, failedTransactions: [] });
    going.give(() => {
      const failed = orders.flatMap(fulfil);
      jobs.set(jobId, { ...told, status: 'DONE', errors: failed.length, failedTransactions: failed });
    });
    return { status: 200, body: { jobId } };
  }

  function fulfil(order: Order): unknown[] {
    const row = transactions.find(({ id }) => id === order.transaction.transactionId);
    if (row === undefined) return [failure(order, '[404 NOT_FOUND]')];
    if (row.commissionStatus !== 'pending') return [failure(order, '[409 CONFLICT]')];
    changes.push(`${order.action} ${row.id}`);
    apply(row, order);
    return [];
  }

  function apply(row: FakeAwinTransaction, { action, approve, transaction }: Order): void {
    if (action === 'decline') {
      row.commissionStatus = 'declined';
      row.declineReason = transaction.declineReason ?? null;
    }
    if (action === 'amend' && transaction.saleAmount !== undefined) {
      row.saleAmount = { amount: transaction.saleAmount, currency: transaction.currency ?? '' };
      row.amendedAt = now();
    }
    if (action === 'approve' || approve === true) row.commissionStatus = 'approved';
    if (action !== 'amend' || approve === true) row.validationDate = now();
  }

  const server = await startFakeServer({ windows: [{ calls: 20, seconds: 60 }], nowMs, answer });
  return { ...server, transactions, changes, takeSeconds: going.takeSeconds };
}

const failure = ({ transaction }: Order, code: string) => ({
  transactionId: transaction.transactionId,
  orderRef: null,
  transactionDate: null,
  timezone: '',
  code,
  description: null,
});
