import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ApplicationItem } from '../domain/applications/application-item.ts';
import { takeApplication } from '../intake/applications/take-application.ts';
import { type OpenDoor, openDoor } from './testing/open-door.ts';

let door: OpenDoor;
let headers: Record<string, string>;
beforeAll(async () => {
  door = await openDoor();
  headers = { authorization: `Bearer ${await door.token('Vera', 'viewer')}` };
});
afterAll(() => door.close());

const list = async (query = '') => {
  const answer = await fetch(`${door.url}/api/applications${query}`, { headers });
  return {
    status: answer.status,
    ...((await answer.json()) as { items: ApplicationItem[]; nextCursor: string | null }),
  };
};

it('lists applications, newest first, page by page, each once', async () => {
  for (let day = 1; day <= 5; day += 1) {
    const applicant = { id: `a${day}`, handle: `person${day}`, stats: { followers: day * 1_000 } };
    await takeApplication(door.database.pools.app, applicant, {
      source: 'file',
      receivedAt: new Date(`2026-05-0${day}T10:00:00Z`),
      isSimulated: false,
      duplicateTextCharacters: 60,
    });
  }
  const first = await list('?limit=2');
  expect(first.items).toMatchObject([
    {
      externalId: 'a5',
      handle: 'person5',
      followers: 5_000,
      status: 'new',
      decision: null,
      proposalId: null,
    },
    { externalId: 'a4' },
  ]);
  const rest = await list(`?limit=50&cursor=${first.nextCursor}`);
  expect(rest.items.map(({ externalId }) => externalId)).toEqual(['a3', 'a2', 'a1']);
  expect(rest.nextCursor).toBeNull();
  expect((await list('?decision=accept')).items).toEqual([]);
  expect((await list('?cursor=x')).status).toBe(400);
});
