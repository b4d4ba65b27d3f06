import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensurePartitions } from '../../db/partitions.ts';
import { refreshSketches } from '../../db/queries/fraud/refresh-sketches.ts';
import { type ClonedDatabase, cloneDatabase } from '../../db/testing/clone-database.ts';
import { honest, plantProgramme } from '../../db/testing/fraud/plant-programme.ts';
import { FRAUD_POLICY_DEFAULTS as policy } from '../domain/fraud/fraud-policy.ts';
import { FraudReport, fraudReport } from './fraud-report.ts';

const UNTIL = new Date('2026-03-31T18:00:00Z');
const now = new Date('2026-06-01T00:00:00Z');
const thief = {
  partnerId: 'thief',
  type: 'content',
  orders: 120,
  fastShare: 0.5,
  inCartShare: 0.5,
  codeShare: 0.5,
};

let database: ClonedDatabase;
beforeAll(async () => {
  database = await cloneDatabase();
  const { app } = database.pools;
  for (const table of ['click', 'conversion'] as const) {
    await ensurePartitions(app, table, new Date('2025-12-01Z'), UNTIL);
  }
  await plantProgramme(
    app,
    [...Array.from({ length: 15 }, (_, index) => honest(`honest-${index}`)), thief],
    UNTIL,
  );
  await app.query("insert into partner (partner_id, name) values ('idle', 'Idle')");
  await refreshSketches(app);
});
afterAll(() => database.drop());

const ask = (question: { asOf?: Date; explain?: string }) =>
  fraudReport(database.pools.agent, {
    asOf: question.asOf ?? null,
    now,
    policy,
    explain: question.explain ?? null,
  });

describe('fraudReport', () => {
  it('says of every partner what the contract says, one row each', async () => {
    const report = FraudReport.parse(JSON.parse(JSON.stringify(await ask({}))));
    expect(report.asOf).toBe('2026-03-31T23:59:59.999Z');
    expect(report.partners).toHaveLength(18);
    expect(report.partners.find(({ partner }) => partner === 'thief')).toMatchObject({
      conversions: 120,
      fast: 60,
      share: 0.5,
      verdict: 'decline',
      families: ['timing', 'in_cart', 'code_abuse'],
      atRisk: { currency: 'GBP', micros: expect.stringMatching(/^\d+$/) },
    });
    expect(report.baseline.length).toBeGreaterThan(0);
    expect(report).not.toHaveProperty('explained');
  });

  it('calls a partner without an order insufficient, never clean', async () => {
    const { partners } = await ask({});
    expect(partners.find(({ partner }) => partner === 'idle')).toMatchObject({
      conversions: 0,
      share: null,
      interval: null,
      verdict: 'insufficient',
      atRisk: null,
    });
  });

  it('explains one partner by its shape, windows, orders and sentences', async () => {
    const { explained } = await ask({ explain: 'thief' });
    expect(explained).toMatchObject({ partner: 'thief', name: 'Partner thief', network: 'awin' });
    expect(explained?.histogram.length).toBeGreaterThan(10);
    expect(explained?.windows).toHaveLength(3);
    expect(explained?.orders).toMatchObject({ count: 48, sample: { length: 25 } });
    expect(explained?.orders.money.map(({ currency }) => currency).sort()).toEqual(['EUR', 'GBP']);
    expect(explained?.sentences.length).toBeGreaterThan(0);
  });

  it('knows nothing of what came after the moment asked about', async () => {
    const { partners, asOf } = await ask({ asOf: new Date('2026-02-01T12:00:00Z') });
    expect(asOf).toBe('2026-02-01T12:00:00.000Z');
    const seen = partners.find(({ partner }) => partner === 'thief')?.conversions ?? 0;
    expect(seen).toBeGreaterThan(30);
    expect(seen).toBeLessThan(60);
  });

  it('refuses to explain a partner that does not exist', async () => {
    await expect(ask({ explain: 'nobody' })).rejects.toThrow('partner_unknown');
  });
});
