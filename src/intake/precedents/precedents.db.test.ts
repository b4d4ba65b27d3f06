import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decisionCounts } from '../../../db/queries/precedents/decision-counts.ts';
import { type ClonedDatabase, cloneDatabase } from '../../../db/testing/clone-database.ts';
import {
  ANNA,
  later,
  NOW,
  POLICY,
  proposeOne,
  seedProgramme,
  warnDraft,
} from '../../../db/testing/gate-fixture.ts';
import { openVectorStore } from '../../../db/vector/open-vector-store.ts';
import { decide } from '../../gate/decide.ts';
import { createEmbeddedEngine } from '../../model/embedded/create-embedded-engine.ts';
import { findPrecedents, type PrecedentDeps } from './find-precedents.ts';
import { learnPrecedents } from './learn-precedents.ts';

const about = (partnerId: string, summary: string) =>
  warnDraft(partnerId, { title: 'Write to the partner', summary });
const REFUSED = 'Orders come from a newsletter with a countdown, so people buy within a minute.';

describe('precedents', () => {
  let database: ClonedDatabase;
  let deps: PrecedentDeps;

  beforeAll(async () => {
    database = await cloneDatabase();
    const engine = createEmbeddedEngine();
    deps = {
      app: database.pools.app,
      store: await openVectorStore(database.pools.app),
      embed: (texts) => engine.embed(texts),
    };
    await seedProgramme(database.pools, { partners: 4 });
    const refused = await proposeOne(database.pools, about('p1', REFUSED));
    const changed = await proposeOne(database.pools, about('p2', 'Clicks burst from one address at night.'));
    const options = { now: later(60), policy: POLICY };
    await decide(
      database.pools.app,
      { ...refused, decision: 'reject', comment: 'A countdown newsletter: this is honest.' },
      ANNA,
      options,
    );
    await decide(
      database.pools.app,
      { ...changed, decision: 'edit', edits: { subject: 'A question about your clicks' } },
      ANNA,
      options,
    );
  });
  afterAll(() => database.drop());

  it('learns each decision once', async () => {
    expect(await learnPrecedents(deps, later(61))).toBe(2);
    expect(await learnPrecedents(deps, later(62))).toBe(0);
  });

  it('shows the decision on the case that means the same, with its reason, first', async () => {
    const open = await proposeOne(
      database.pools,
      about('p3', 'People order within a minute since the newsletter counts down.'),
    );
    const card = { ...about('p3', 'People order within a minute since the newsletter counts down.') };
    const found = await findPrecedents(deps, {
      proposalId: open.proposalId,
      kind: 'partner.warn',
      title: card.title,
      summary: card.summary,
      evidence: [],
    });
    expect(found[0]).toMatchObject({
      decision: 'reject',
      by: 'Anna',
      comment: 'A countdown newsletter: this is honest.',
      partnerName: 'Partner 1',
    });
  });

  it('shows what a person changed', async () => {
    const found = await findPrecedents(deps, {
      proposalId: null,
      kind: 'partner.warn',
      title: 'Write to the partner',
      summary: 'Bursts of clicks from one address in the night.',
      evidence: [],
    });
    expect(found[0]?.edits).toEqual({ subject: 'A question about your clicks' });
  });

  it('finds nothing under another kind', async () => {
    const found = await findPrecedents(deps, {
      proposalId: null,
      kind: 'partner.block',
      title: 'Write to the partner',
      summary: REFUSED,
      evidence: [],
    });
    expect(found).toEqual([]);
  });

  it('counts what people made of each kind', async () => {
    expect(await decisionCounts(database.pools.app, NOW)).toEqual([
      { kind: 'partner.warn', approvedAsIs: 0, edited: 1, rejected: 1, sentBack: 0 },
    ]);
  });
});
