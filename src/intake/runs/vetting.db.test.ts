import { afterAll, beforeAll, expect, it } from 'vitest';
import { findRun } from '../../../db/queries/runs/find-run.ts';
import { DEFAULT_POLICY } from '../../domain/policies.ts';
import { executeDue } from '../../executor/execute-due.ts';
import { createVettingWorld, goodAccount, type VettingWorld } from './testing/vetting-world.ts';
import { wakeDecidedThreads } from './wake-decided-threads.ts';

let world: VettingWorld;
beforeAll(async () => {
  world = await createVettingWorld();
});
afterAll(() => world.database.drop());

const only = async (id: string) => {
  const proposals = await world.proposals(id);
  expect(proposals).toHaveLength(1);
  const [proposal] = proposals;
  if (proposal === undefined) throw new Error('nothing was proposed');
  return proposal;
};
/** After the undo window. */
const wake = () => wakeDecidedThreads(world.process({ now: () => new Date(Date.now() + 60_000) }));
const execute = () =>
  executeDue(world.database.pools.app, {
    now: new Date(Date.now() + 60_000),
    policy: DEFAULT_POLICY,
    limit: 100,
  });

it('proposes one answer for each application, with score, benchmark and the applicant’s own words', async () => {
  await world.receive(goodAccount('maya'));
  await world.receive(goodAccount('closed', { stats: { followers: 900, private: true }, posts: [] }));
  await world.receive(
    goodAccount('bets', { bio: 'Best online casino bonus codes, sports betting tips daily' }),
  );
  await world.receive({ id: 'nothing' });
  const runId = await world.run();
  expect(await findRun(world.database.pools.app, runId)).toMatchObject({
    status: 'succeeded',
    failures: [],
    counts: { applications: 4 },
    proposals: 4,
  });

  const accept = await only('maya');
  expect(accept).toMatchObject({
    kind: 'application.accept',
    effect: { to: 'maya@example.com', group: 'influencer', rateBps: null, automatic: true, language: 'en' },
    partner: null,
  });
  expect(`${accept.title} ${accept.summary}`).not.toContain('tea');
  const stored = await world.application('maya');
  expect(stored).toMatchObject({ status: 'vetted', vetting: { decision: 'accept', flags: [] } });
  const engagement = accept.evidence.find((item) => item.type === 'figure' && item.name === 'engagement');
  expect(engagement).toMatchObject({ unit: 'share', note: expect.stringContaining('as of') });
  expect(accept.evidence.filter(({ type }) => type === 'quote').length).toBeGreaterThan(3);

  expect(await only('closed')).toMatchObject({
    kind: 'application.ask',
    effect: {
      missing: expect.arrayContaining(['access']),
      body: expect.stringContaining('access to your profile'),
    },
  });
  expect(await only('bets')).toMatchObject({
    kind: 'application.accept',
    effect: { automatic: false },
    summary: expect.stringContaining('Vetting leaves this to you'),
  });
  expect(await only('nothing')).toMatchObject({ kind: 'application.ask', effect: { to: null } });
});

it('finds nothing to do when all have their answer, and vets nothing twice', async () => {
  const before = await world.application('maya');
  const runId = await world.run();
  expect(await findRun(world.database.pools.app, runId)).toMatchObject({
    counts: { applications: 0 },
    proposals: 0,
  });
  expect(await world.application('maya')).toEqual(before);
});

it('makes an accepted applicant a pending partner, once', async () => {
  const proposal = await only('maya');
  await world.decide(proposal, 'approve');
  await execute();
  const { rows } = await world.database.pools.app.query('select * from partner');
  expect(rows).toMatchObject([
    { name: 'maya.at.home', type: 'influencer', status: 'pending', email: 'maya@example.com' },
  ]);
  expect(await world.application('maya')).toMatchObject({
    status: 'accepted',
    partner_id: rows[0].partner_id,
  });
  await world.receive(goodAccount('maya', { pitch: 'Changed.' }));
  expect(await world.application('maya')).toMatchObject({ status: 'accepted' });
});

it('drafts a letter that declines when an acceptance is turned down, and declines on approval', async () => {
  await world.decide(await only('bets'), 'reject');
  await wake();
  const [, decline] = await world.proposals('bets');
  if (decline === undefined) throw new Error('no letter');
  expect(decline).toMatchObject({
    kind: 'application.decline',
    status: 'pending',
    effect: { automatic: false },
  });
  await world.decide(decline, 'approve');
  await execute();
  expect(await world.application('bets')).toMatchObject({ status: 'declined', partner_id: null });
  await wake();
  expect(await world.proposals('bets')).toHaveLength(2);
});

it('takes the other outcome from a comment, and words from a comment that is a letter', async () => {
  await world.decide(await only('closed'), 'respond', 'Accept, I know the account.');
  await wake();
  const [, accept] = await world.proposals('closed');
  if (accept === undefined) throw new Error('no card');
  expect(accept).toMatchObject({
    kind: 'application.accept',
    status: 'pending',
    effect: { automatic: false },
  });
  await world.decide(accept, 'respond', 'Hello, we would love to have you. Please send your address.');
  await wake();
  const [, , again] = await world.proposals('closed');
  expect(again).toMatchObject({ kind: 'application.accept', madeBy: { engine: 'person' } });
  expect(again?.effect).toMatchObject({ body: expect.stringContaining('we would love to have you') });
});

it('refuses to act on an application that was sent again with something changed, and vets it anew', async () => {
  await world.receive(goodAccount('tom'));
  await world.run();
  const proposal = await only('tom');
  await world.receive(goodAccount('tom', { bio: 'Free bitcoin giveaway: send 0.1 BTC and get double back' }));
  await expect(world.decide(proposal, 'approve')).rejects.toThrow('proposal_stale');
  await world.run();
  const [, second] = await world.proposals('tom');
  expect(second).toMatchObject({
    kind: 'application.decline',
    status: 'pending',
    effect: { reasons: expect.arrayContaining(['crypto_scam']) },
  });
});

it('finds the same person again among all that ever applied', async () => {
  await world.receive(goodAccount('maya2', { handle: 'maya.at.home' }));
  await world.run();
  expect(await world.application('maya2')).toMatchObject({
    status: 'needs_review',
    vetting: { flags: expect.arrayContaining(['duplicate_application']) },
  });
});

it('writes in the applicant’s language, and in English where no letters are written in it', async () => {
  await world.receive(goodAccount('lena', { language: 'de', bio: 'Tische und Tee aus Leipzig' }));
  await world.receive(goodAccount('zosia', { language: 'pl', bio: 'Herbata i stoły z Krakowa' }));
  await world.run();
  expect(await only('lena')).toMatchObject({
    effect: { language: 'de', body: expect.stringContaining('Guten Tag') },
  });
  expect(await only('zosia')).toMatchObject({
    effect: { language: 'en' },
    summary: expect.stringContaining('another language (pl)'),
  });
});
