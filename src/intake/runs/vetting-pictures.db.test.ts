import { afterAll, beforeAll, expect, it } from 'vitest';
import { shownPicture } from '../../../db/queries/applications/shown-picture.ts';
import { Refusal } from '../../domain/errors.ts';
import { DEFAULT_POLICY } from '../../domain/policies.ts';
import { createEmbeddedEngine } from '../../model/embedded/create-embedded-engine.ts';
import type { ComparedLook, LanguageEngine, LookPictures } from '../../model/engine.ts';
import { loadDemoApplications } from '../applications/load-demo-applications.ts';
import { createVettingWorld, type VettingWorld } from './testing/vetting-world.ts';

let world: VettingWorld;
beforeAll(async () => {
  world = await createVettingWorld();
  const { app } = world.database.pools;
  await loadDemoApplications(app, new Date('2026-11-20T12:00:00Z'), DEFAULT_POLICY.vetting);
  await app.query("delete from application where external_id not in ('d01', 'd37', 'd06')");
  await world.run();
}, 60_000);
afterAll(() => world.database.drop());

const lookOf = async (externalId: string) => {
  const [proposal] = await world.proposals(externalId);
  return proposal?.evidence.find((item) => item.type === 'look') ?? null;
};

it('shows an applicant’s pictures beside the brand’s board, with what was measured', async () => {
  const close = await lookOf('d01');
  expect(close).toMatchObject({ limit: 0.6, posts: [1, 2, 3, 4, 5, 6], isBoardSimulated: true });
  expect(close?.board).toHaveLength(9);
  expect(close?.look.closeness).toBeGreaterThan(0.6);
  expect(await lookOf('d06')).toBeNull();
});

it('flags pictures that are far from the board, and says how far', async () => {
  const [proposal] = await world.proposals('d37');
  expect(proposal?.evidence).toContainEqual(
    expect.objectContaining({ type: 'signal', name: 'off_brand_aesthetic', state: 'hit' }),
  );
  expect((await lookOf('d37'))?.look.closeness).toBeLessThan(0.6);
});

it('keeps pictures as small WebP of its own encoding', async () => {
  const applicationId = (await world.application('d01'))?.application_id;
  const bytes = await shownPicture(world.database.pools.app, {
    applicationId: String(applicationId),
    place: 1,
  });
  expect(
    Buffer.from(bytes ?? [])
      .subarray(8, 12)
      .toString(),
  ).toBe('WEBP');
  expect(await shownPicture(world.database.pools.app, { applicationId: null, place: 9 })).not.toBeNull();
  expect(await shownPicture(world.database.pools.app, { applicationId: null, place: 10 })).toBeNull();
});

const SAID = 'Pictures compared by a model';
/** Vets d01 in a world of its own, by a process whose model has these eyes. */
async function compared(
  compareLook: (pictures: LookPictures) => Promise<ComparedLook>,
  compareLookByModel = true,
) {
  const own = await createVettingWorld();
  try {
    const { app } = own.database.pools;
    await loadDemoApplications(app, new Date('2026-11-20T12:00:00Z'), DEFAULT_POLICY.vetting);
    await app.query("delete from application where external_id <> 'd01'");
    const embedded = createEmbeddedEngine();
    const engine: LanguageEngine = { ...embedded, compareLook, forRun: () => engine };
    const vetting = { ...DEFAULT_POLICY.vetting, compareLookByModel };
    await own.run(own.process({ engine, policy: { ...DEFAULT_POLICY, vetting } }));
    const [proposal] = await own.proposals('d01');
    const said = (proposal?.evidence ?? []).flatMap((item) =>
      item.type === 'note' && item.title === SAID ? item.text : [],
    );
    return { said, vetting: (await own.application('d01'))?.vetting };
  } finally {
    await own.database.drop();
  }
}

it('shows what a model with eyes says beside what was measured, and decides nothing by it', async () => {
  const seen: LookPictures[] = [];
  const { said, vetting } = await compared(async (pictures) => {
    seen.push(pictures);
    return {
      comparison: { closeness: 0.1, observations: ['One.', 'Two.', 'Three.'], mentions: ['ACME'] },
      madeBy: { engine: 'eyes', prompt: 'compare-look@1' },
    };
  });
  expect(said).toEqual([
    expect.stringMatching(/eyes saw 4 .* beside 4 .* 10 % close.*ACME.*Nothing is decided/),
  ]);
  expect(seen).toHaveLength(1);
  expect(vetting).toMatchObject({ flags: [], modelLook: { state: 'compared', posts: 4, board: 4 } });
}, 60_000);

it('goes on without a model’s eyes, and says why', async () => {
  const blind = async () => {
    throw new Refusal('model_rejects_us', 'It takes no pictures.');
  };
  expect((await compared(blind)).said).toEqual([expect.stringContaining('It takes no pictures.')]);
  expect((await compared(blind, false)).said).toEqual([]);
}, 60_000);
