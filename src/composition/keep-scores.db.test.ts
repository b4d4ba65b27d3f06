import { afterAll, beforeAll, expect, it } from 'vitest';
import { latestScoring } from '../../db/queries/fraud/latest-scoring.ts';
import { type ClonedDatabase, cloneDatabase } from '../../db/testing/clone-database.ts';
import { scorePartners } from '../../tools/fraud/score-partners.ts';
import { DEFAULT_POLICY } from '../domain/policies.ts';
import { requestRun } from '../intake/runs/request-run.ts';
import { keepScores } from './keep-scores.ts';

let database: ClonedDatabase;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

it('keeps the scoring of a run, under that run’s id', async () => {
  const { app, agent } = database.pools;
  await app.query(`insert into partner (partner_id, name) values ('p1', 'Shop')`);
  const runId = await requestRun(app, { workflow: 'fraud', cause: 'person', requestedBy: 'Ann' });
  const now = new Date('2026-01-02T06:00:00Z');
  const context = { db: agent, runId, now, policy: DEFAULT_POLICY, programmeCurrency: 'GBP' };
  const asOf = '2026-01-02T00:00:00.000Z';
  const answer = await keepScores(app)(scorePartners, { asOf }, context);
  const kept = await latestScoring(app);
  expect(kept).toMatchObject({ runId, asOf, scoredAt: now.toISOString() });
  const partners = Object.values(kept?.verdicts ?? {}).reduce((sum, count) => sum + count, 0);
  expect(partners).toBe(answer.partners.length);
});
