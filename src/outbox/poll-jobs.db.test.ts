import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyAudit } from '../../db/queries/audit/verify-audit.ts';
import { claimJob } from '../../db/queries/corrections/claim-job.ts';
import { correctionStates } from '../../db/queries/corrections/correction-states.ts';
import { listTroubles } from '../../db/queries/corrections/list-troubles.ts';
import { cloneDatabase } from '../../db/testing/clone-database.ts';
import { keptLog } from '../../db/testing/outbox-fixture.ts';
import { correctionSystems } from '../composition/correction-systems.ts';
import type { FakeRequest } from '../connectors/http/testing/fake-server.ts';
import type { Delivery } from '../domain/deliveries/delivery-target.ts';
import type { Correction } from '../domain/networks/correction.ts';
import { testCorrection } from '../domain/networks/testing/test-correction.ts';
import { type CheckContext, checkCorrections } from './check-corrections.ts';
import { pollJobs } from './poll-jobs.ts';
import { type FakeNetworks, startFakeNetworks } from './testing/fake-networks.ts';
import { queueCorrection } from './testing/queue-correction.ts';

const MINUTE_MS = 60_000;
const PENDING = { status: 'pending', sale: '100000000', commission: '8000000' } as const;
const database = await cloneDatabase();
const { app } = database.pools;
let networks: FakeNetworks;
let log: ReturnType<typeof keptLog>;
/** As a process has it that starts now: its own clients and memory, the same database. */
const process = (): CheckContext & { readonly systems: ReturnType<typeof correctionSystems> } => {
  const now = () => new Date(networks.clock.nowMs());
  const systems = correctionSystems(app, { now, writers: networks.writers() });
  return { pool: app, lookers: systems.lookers, log, now, systems };
};

beforeAll(async () => {
  await app.query("insert into partner (partner_id, name) values ('p1', 'One')");
});
beforeEach(async () => {
  log = keptLog();
  networks = await startFakeNetworks();
});
afterEach(async () => {
  expect(networks.exceeded()).toEqual([]);
  await networks.close();
  await app.query(
    'truncate correction_job, correction_journal, correction_check, correction_line, outbox, decision, proposal cascade',
  );
});
afterAll(() => database.drop());

const row = (network: string, transactionId: string, minute = 642): Correction =>
  testCorrection({
    ...{ network, transactionId, before: PENDING, moneyEffect: '-8000000' },
    convertedAt: new Date(Date.UTC(2026, 2, 1, 0, minute)).toISOString(),
  });

/** Sends the rows as the outbox does, and notes that they were taken. */
async function send(rows: readonly Correction[], process_ = process()): Promise<string> {
  const { actionId, proposalId } = await queueCorrection(app, rows);
  const target = process_.systems.targets.find(({ name }) => name === rows[0]?.network);
  const answer = await target?.deliver(
    { idempotencyKey: actionId, proposalId } as Delivery,
    AbortSignal.timeout(10_000),
  );
  expect(answer).toMatchObject({ state: 'accepted' });
  await app.query(`update outbox set status = 'delivered', delivered_at = now()`);
  return actionId;
}
const jobs = async () =>
  (await app.query('select job, state, errors, refused, problem, polls from correction_job order by job'))
    .rows;
const checks = async () =>
  (
    await app.query(
      `select l.transaction_id as id, c.state, c.sentence
         from correction_check c join correction_line l using (correction_key) order by 1`,
    )
  ).rows;
const isJob = ({ path }: FakeRequest): boolean => /jobs|APISubmissions/.test(path);
const isWrite = ({ method }: FakeRequest): boolean => method !== 'GET';

describe('the jobs of corrections', () => {
  it('are asked about until they end, and only then the transactions are read again', async () => {
    networks.awin.takeSeconds(100);
    await send([row('awin', '1'), row('awin', '2')]);
    const context = process();
    expect(await pollJobs(context)).toBe(1);
    // Not due again yet.
    expect(await pollJobs(context)).toBe(0);
    expect(await checkCorrections(context)).toBe(0);
    expect(await jobs()).toMatchObject([{ job: 'job-1', state: 'running', polls: 1 }]);
    for (let minutes = 0; minutes < 3; minutes += 1) {
      networks.clock.advance(MINUTE_MS);
      await pollJobs(context);
    }
    expect(await jobs()).toEqual([
      { job: 'job-1', state: 'done', errors: 0, refused: {}, problem: null, polls: 3 },
    ]);
    expect(await checkCorrections(context)).toBe(1);
    expect(await checks()).toMatchObject([
      { id: '1', state: 'done' },
      { id: '2', state: 'done' },
    ]);
    expect(networks.awin.requests.filter(isJob)).toHaveLength(3);
    const audit = await app.query('select actor, action from audit order by seq desc limit 1');
    expect(audit.rows).toEqual([{ actor: 'awin', action: 'correction.job_done' }]);
    expect(await verifyAudit(app)).toMatchObject({ ok: true });
  });

  it('name what the network refuses, row by row', async () => {
    await send([row('awin', '1'), row('awin', '99')]);
    await send([row('impact', '1000.4636.0'), row('impact', '1000.4636.1')]);
    const context = process();
    expect(await pollJobs(context)).toBe(3);
    await checkCorrections(context);
    expect(await jobs()).toMatchObject([
      { job: 'A-1', state: 'done' },
      { job: 'A-2', state: 'failed', problem: 'impact.com refuses it: Validation: ACTION_LOCKED' },
      { job: 'job-1', state: 'done', errors: 1, refused: { '99': '[404 NOT_FOUND]' } },
    ]);
    expect(await checks()).toEqual([
      { id: '1', state: 'done', sentence: 'It stands as approved.' },
      { id: '1000.4636.0', state: 'done', sentence: 'It stands as approved.' },
      {
        ...{ id: '1000.4636.1', state: 'refused' },
        sentence: 'Refused: impact.com refuses it: Validation: ACTION_LOCKED',
      },
      { id: '99', state: 'refused', sentence: 'Refused: [404 NOT_FOUND]' },
    ]);
    expect(await correctionStates(app)).toEqual(
      ['awin', 'impact'].map((network) => ({
        ...{ network, isSimulated: false, delivered: 2, done: 1, working: 0 },
        ...{ refused: 1, differs: 0, open: 0 },
      })),
    );
    expect(await listTroubles(app, { limit: 1 })).toMatchObject([
      { network: 'awin', transactionId: '99', orderId: 'ORDER-1', state: 'refused' },
    ]);
    expect(log.sentences).toContain('corrections do not stand as approved');
    // What was refused is not looked at for days.
    networks.clock.advance(20 * MINUTE_MS);
    expect(await checkCorrections(context)).toBe(0);
  });

  it('are counted at a network that names none, and a second look says which', async () => {
    await send([row('partnerize', 'c0', 600), row('partnerize', 'c9')]);
    const context = process();
    await pollJobs(context);
    expect(await jobs()).toMatchObject([
      { state: 'done', errors: 1, refused: {}, problem: 'The network refuses 1 of its rows.' },
    ]);
    await checkCorrections(context);
    expect(await checks()).toMatchObject([
      { id: 'c0', state: 'done' },
      { id: 'c9', state: 'refused', sentence: expect.stringContaining('counts it among those') },
    ]);
  });

  it('go on under a successor when the process dies after the call, or while it asks', async () => {
    networks.partnerize.takeSeconds(300);
    await send([row('partnerize', 'c1', 700)]);
    await app.query(`update outbox set status = 'claimed', delivered_at = null`);
    // It had taken the job, and was killed before there was an answer.
    const dead = process();
    expect(await claimJob(app, { targets: ['partnerize'], at: dead.now(), claimSeconds: 120 })).toMatchObject(
      { job: 'job1', polls: 1 },
    );
    const successor = process();
    expect(await pollJobs(successor)).toBe(0);
    networks.clock.advance(2 * MINUTE_MS);
    expect(await pollJobs(successor)).toBe(1);
    await app.query(`update outbox set status = 'delivered', delivered_at = now()`);
    networks.clock.advance(10 * MINUTE_MS);
    expect(await pollJobs(process())).toBe(1);
    expect(await jobs()).toMatchObject([{ state: 'done', polls: 3 }]);
    await checkCorrections(successor);
    expect(await checks()).toMatchObject([{ id: 'c1', state: 'done' }]);
    expect(networks.partnerize.requests.filter(isWrite)).toHaveLength(1);
  });

  it('are asked about once at a time, by however many processes', async () => {
    await send([row('impact', '1000.4636.0')]);
    const asked = await Promise.all([1, 2, 3, 4].map(() => pollJobs(process())));
    expect(asked.toSorted()).toEqual([0, 0, 0, 1]);
    expect(networks.impact.requests.filter(isJob)).toHaveLength(1);
  });

  it('wait as long as the network asks when it takes no more calls, then go on', async () => {
    await send([row('awin', '1')]);
    await send([row('awin', '2')]);
    networks.awin.failNext([{ status: 429, headers: { 'retry-after': '600' }, body: '' }], isJob);
    const context = process();
    expect(await pollJobs(context)).toBe(1);
    expect(networks.awin.requests.filter(isJob)).toHaveLength(1);
    const waiting = await app.query<{ wait: number }>(
      `select extract(epoch from next_at - $1)::int as wait from correction_job where polls = 1`,
      [context.now()],
    );
    expect(waiting.rows).toEqual([{ wait: 600 }]);
    expect(await jobs()).toContainEqual(
      expect.objectContaining({ state: 'running', problem: 'Awin takes no more calls for now.' }),
    );
    networks.clock.advance(11 * MINUTE_MS);
    expect(await pollJobs(context)).toBe(2);
    expect(await jobs()).toMatchObject([{ state: 'done' }, { state: 'done' }]);
    expect(networks.awin.requests.filter(isWrite)).toHaveLength(2);
  });

  it('are given up after two days, and when the network knows nothing of them; a look still tells', async () => {
    networks.awin.takeSeconds(10 * 86_400);
    await send([row('awin', '1')]);
    await send([row('partnerize', 'c2', 800)]);
    networks.partnerize.failNext(
      Array.from({ length: 3 }, () => ({ status: 404, body: {} })),
      isJob,
    );
    const context = process();
    for (let asked = 0; asked < 3; asked += 1) {
      await pollJobs(context);
      networks.clock.advance(5 * MINUTE_MS);
    }
    expect(await jobs()).toMatchObject([
      { job: 'job-1', state: 'running' },
      { job: 'job1', state: 'unknown', polls: 3 },
    ]);
    networks.clock.advance(49 * 60 * MINUTE_MS);
    await pollJobs(context);
    expect(await jobs()).toMatchObject([{ state: 'overdue' }, { state: 'unknown' }]);
    await checkCorrections(context);
    expect(await checks()).toMatchObject([
      { id: '1', state: 'not_yet' },
      { id: 'c2', state: 'done' },
    ]);
  });
});
