import { afterAll, beforeAll, expect, it } from 'vitest';
import { shownPicture } from '../../../db/queries/applications/shown-picture.ts';
import { DEFAULT_POLICY } from '../../domain/policies.ts';
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
