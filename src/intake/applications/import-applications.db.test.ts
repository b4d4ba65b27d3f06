import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { listAlike } from '../../../db/queries/applications/list-alike.ts';
import { type ClonedDatabase, cloneDatabase } from '../../../db/testing/clone-database.ts';
import { importApplications } from './import-applications.ts';

const NOW = new Date('2026-11-20T09:00:00Z');
let database: ClonedDatabase;
let folder: string;

beforeAll(async () => {
  database = await cloneDatabase({ max: 2 });
  folder = await mkdtemp(join(tmpdir(), 'applications-'));
});
beforeEach(() => database.pools.app.query('truncate application'));
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

async function load(name: string, text: string) {
  const path = join(folder, name);
  await writeFile(path, text);
  return importApplications(
    {
      db: database.pools.app,
      dataFolder: folder,
      policy: { applicationsPerFile: 100, duplicateTextCharacters: 60 },
      now: () => NOW,
    },
    path,
  );
}
const json = (values: unknown) => load('a.json', JSON.stringify(values));
const stored = async () =>
  (await database.pools.agent.query('select * from application order by external_id')).rows;

it('adds each application once, and nothing when the same file comes again', async () => {
  const two = [{ id: 'a1', email: 'Maya@Example.com' }, { id: 2 }];
  expect(await json(two)).toMatchObject({
    rows: 2,
    inserted: 2,
    unchanged: 0,
    rejected: 0,
    rejectsFile: null,
  });
  expect(await json(two)).toMatchObject({ rows: 2, inserted: 0, unchanged: 2 });
  expect(await stored()).toMatchObject([
    { external_id: '2', email: null, status: 'new', is_simulated: false },
    { external_id: 'a1', email: 'maya@example.com', applicant: two[0] },
  ]);
});

it('takes what was sent again with something changed as new, and leaves alone what is decided', async () => {
  await json([{ id: 'a1' }, { id: 'a2' }]);
  await database.pools.app.query(
    `update application set status = case external_id when 'a1' then 'asked' else 'accepted' end`,
  );
  expect(
    await json([
      { id: 'a1', bio: 'x' },
      { id: 'a2', bio: 'x' },
    ]),
  ).toMatchObject({
    updated: 1,
    unchanged: 1,
  });
  expect(await stored()).toMatchObject([
    { external_id: 'a1', status: 'new', applicant: { bio: 'x' } },
    { external_id: 'a2', status: 'accepted' },
  ]);
});

it('names each element that is no application in the rejects file, and loads the rest', async () => {
  const result = await json([{ id: 'a1' }, 'noise', { bio: 'no id' }, null]);
  expect(result).toMatchObject({ rows: 4, inserted: 1, rejected: 3 });
  const rejects = await readFile(result.rejectsFile ?? '', 'utf8');
  expect(rejects).toContain('2,An application is an object with an id.');
  expect(rejects).toContain('3,The application has no id');
});

it('keeps words that no database could, without what it cannot keep', async () => {
  expect(await json([{ id: 'a1', bio: 'a\u0000b \ud800' }])).toMatchObject({ inserted: 1 });
  expect(await stored()).toMatchObject([{ applicant: { bio: 'ab \ufffd' } }]);
});

it('reads figures, lists and posts from the columns of a CSV', async () => {
  const rows =
    'id,platform,Followers,last_likes,private,posts,bio\nc1,instagram,1200,30;40,no,"[{""text"":""Tea""}]",\n';
  expect(await load('b.csv', rows)).toMatchObject({ inserted: 1 });
  const stats = { followers: 1200, last_likes: [30, 40], private: false };
  expect(await stored()).toMatchObject([
    { applicant: { id: 'c1', platform: 'instagram', stats, posts: [{ text: 'Tea' }] } },
  ]);
  await expect(load('c.csv', 'platform\ninstagram\n')).rejects.toThrow('file_unreadable');
});

it('finds those that share a handle or look like it, whenever they came', async () => {
  await json([
    { id: 'a1', handle: '@maya.home' },
    { id: 'a3', handle: 'other_one' },
  ]);
  await json([{ id: 'a2', handle: 'rnaya_home' }]);
  const [first] = await stored();
  const alike = await listAlike(database.pools.agent, first.application_id);
  expect(alike.map(({ id }) => id)).toEqual(['file:a2']);
});
