import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { Refusal } from '../../domain/errors.ts';
import type { ObservedProfile, ProfileReader } from '../../domain/vetting/profile/observed-profile.ts';
import { createVettingWorld, goodAccount, type VettingWorld } from './testing/vetting-world.ts';

let world: VettingWorld;
let asked: string[];
beforeAll(async () => {
  world = await createVettingWorld();
});
beforeEach(() => {
  asked = [];
});
afterAll(() => world.database.drop());

const profile = (handle: string, more: Partial<ObservedProfile> = {}): ObservedProfile => ({
  state: 'found',
  platform: 'instagram',
  handle,
  source: 'Instagram Graph API',
  observedAt: '2026-11-20T09:00:00Z',
  bio: '',
  followers: 14_050,
  following: 600,
  posts: 420,
  totalViews: null,
  hasPicture: true,
  recent: [],
  ...more,
});
const reader = (read: (handle: string) => ObservedProfile): ProfileReader => ({
  platform: 'instagram',
  async read(handle) {
    asked.push(handle);
    return read(handle);
  },
});
const flagsOf = async (id: string) =>
  ((await world.application(id))?.vetting as { flags: string[] } | undefined)?.flags;

it('holds what applicants gave against what their platform says, and asks once about each', async () => {
  await world.receive(goodAccount('honest'));
  await world.receive(goodAccount('boaster'));
  await world.receive(goodAccount('vanished'));
  const process = world.process({
    profiles: [
      reader((handle) => {
        if (handle.startsWith('vanished')) return profile(handle, { state: 'gone' });
        return handle.startsWith('boaster') ? profile(handle, { followers: 5_000 }) : profile(handle);
      }),
    ],
  });
  await world.run(process);
  expect(await flagsOf('honest')).toEqual([]);
  expect(await flagsOf('boaster')).toContain('claim_mismatch');
  expect(await flagsOf('vanished')).toContain('unreachable');
  await world.run(process);
  expect(asked.sort()).toEqual(['boaster.at.home', 'honest.at.home', 'vanished.at.home']);
});

it('vets by what was given when a platform takes no more questions, and does not go on asking', async () => {
  for (const id of ['first', 'second']) await world.receive(goodAccount(id));
  await world.run(
    world.process({
      profiles: [
        reader(() => {
          throw new Refusal('system_busy', 'Its quota for today is used up.', {});
        }),
      ],
    }),
  );
  expect(asked).toHaveLength(1);
  expect(await flagsOf('first')).toEqual([]);
  expect(await flagsOf('second')).toEqual([]);
});
