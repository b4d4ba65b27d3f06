import {
  type FakeAnswer,
  type FakeRequest,
  type FakeServer,
  startFakeServer,
} from '../../http/testing/fake-server.ts';
import { type SlowJobs, slowJobs } from '../../http/testing/slow-jobs.ts';

export interface FakeImpactAction {
  readonly Id: string;
  State: string;
  Amount: number;
  Payout: number;
  readonly EventDate: string;
  readonly LockingDate: string;
  UpdateDate: string;
  readonly [field: string]: unknown;
}

export interface FakeImpact extends FakeServer, Pick<SlowJobs, 'takeSeconds'> {
  readonly actions: FakeImpactAction[];
  /** Every change that was made: `reverse 1.2.3 ITEM_RETURNED`, `amend 1.2.4 40.00`. */
  readonly changes: readonly string[];
}

const BASE = '/Advertisers/SID1';

/**
 * impact.com's Brand API as its specification describes it: Basic sign-in, windows of at most 45 days with both dates,
 * pages of which there may be ten, changes that are queued and refused once an action is locked, 1,000 calls an hour.
 *
 * @param pageSize - actions a page, whatever is asked for: ten pages are soon full.
 */
export async function startFakeImpact(
  actions: FakeImpactAction[],
  { nowMs, pageSize = 5 }: { readonly nowMs: () => number; readonly pageSize?: number },
): Promise<FakeImpact> {
  const changes: string[] = [];
  const submissions = new Map<string, unknown>();
  const going = slowJobs(nowMs);
  const basic = `Basic ${Buffer.from('SID1:token-of-impact').toString('base64')}`;

  const answer = (request: FakeRequest): FakeAnswer => {
    const { method, path } = request;
    going.settle();
    if (request.headers.authorization !== basic)
      return { status: 401, body: { Status: 'ERROR', Message: 'Access Denied' } };
    const submission = path.startsWith(`${BASE}/APISubmissions/`)
      ? submissions.get(path.split('/').at(-1) ?? '')
      : null;
    if (submission) return { status: 200, body: submission };
    // Nobody has applied; `startFakeApplications` is for those who do.
    if (path === `${BASE}/Campaigns/1000/Contracts`) return { status: 200, body: { Contracts: [] } };
    if (path === `${BASE}/Actions`) return method === 'GET' ? list(request.query) : change(request);
    const id = path.startsWith(`${BASE}/Actions/`) ? path.split('/').at(-1) : null;
    const found = actions.find((action) => action.Id === id);
    return found
      ? { status: 200, body: found }
      : { status: 404, body: { Status: 'ERROR', Message: 'Not found' } };
  };

  function list(query: URLSearchParams): FakeAnswer {
    if (query.get('CampaignId') !== '1000') return error('CampaignId is required');
    const kinds = [
      { start: 'StartDate', end: 'EndDate', field: 'UpdateDate' },
      { start: 'ActionDateStart', end: 'ActionDateEnd', field: 'EventDate' },
      { start: 'LockingDateStart', end: 'LockingDateEnd', field: 'LockingDate' },
    ] as const;
    const kind = kinds.find(({ start }) => query.has(start));
    const from = Date.parse(query.get(kind?.start ?? '') ?? '');
    const until = Date.parse(query.get(kind?.end ?? '') ?? '');
    if (!kind || Number.isNaN(from) || Number.isNaN(until)) return error('both dates are required');
    if (until - from > 45 * 86_400_000) return error('the dates cannot exceed 45 days');
    const matching = actions.filter((action) => {
      const at = Date.parse(action[kind.field]);
      return at >= from && at <= until;
    });
    const pages = Math.max(1, Math.ceil(matching.length / pageSize));
    if (pages > 10) return error('Total records exceed 10 times the page size');
    const page = Number(query.get('Page') ?? 1);
    return {
      status: 200,
      body: {
        '@page': String(page),
        '@numpages': String(pages),
        '@pagesize': String(pageSize),
        '@total': String(matching.length),
        Actions: matching.slice((page - 1) * pageSize, page * pageSize),
      },
    };
  }

  function change({ method, body }: FakeRequest): FakeAnswer {
    const form = new URLSearchParams(body);
    const batch = `A-${submissions.size + 1}`;
    const told = { BatchId: batch, Type: method === 'DELETE' ? 'Reversal' : 'Modification' };
    submissions.set(batch, { ...told, Status: 'Queued', ErrorType: '', ErrorReason: '' });
    going.give(() => {
      const problem = apply(form, method);
      submissions.set(batch, {
        ...told,
        Status: 'Complete',
        ErrorType: problem === '' ? '' : 'Validation',
        ErrorReason: problem,
      });
    });
    return { status: 200, body: { Status: 'QUEUED', QueuedUri: `${BASE}/APISubmissions/${batch}` } };
  }

  /** Why not; empty when it is done. */
  function apply(form: URLSearchParams, method: string): string {
    const id = form.get('ActionId') ?? '';
    const found = actions.find((action) => action.Id === id);
    if (found === undefined) return 'NO_VALID_ACTION_REF';
    if (Date.parse(found.LockingDate) <= nowMs()) return 'ACTION_LOCKED';
    if (method === 'DELETE') {
      changes.push(`reverse ${id} ${form.get('DispositionCode')}`);
      found.State = 'REVERSED';
    } else {
      changes.push(`amend ${id} ${form.get('Amount')}`);
      found.Amount = Number(form.get('Amount'));
    }
    found.UpdateDate = new Date(nowMs()).toISOString();
    return '';
  }

  const server = await startFakeServer({ windows: [{ calls: 1_000, seconds: 3_600 }], nowMs, answer });
  return { ...server, actions, changes, takeSeconds: going.takeSeconds };
}

const error = (Message: string): FakeAnswer => ({ status: 400, body: { Status: 'ERROR', Message } });
