import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { acceptApplication } from '../../../db/queries/applications/accept-application.ts';
import { type ClonedDatabase, cloneDatabase } from '../../../db/testing/clone-database.ts';
import { madeUpSurroundings } from '../../connectors/http/testing/made-up-surroundings.ts';
import { IMPACT_SYSTEM } from '../../connectors/impact/impact-system.ts';
import {
  type FakeApplications,
  fakeContract,
  fakePartner,
  startFakeApplications,
} from '../../connectors/impact/testing/fake-impact-applications.ts';
import { syncNow } from './sync-now.ts';
import { syncStreams } from './sync-streams.ts';

let database: ClonedDatabase;
let impact: FakeApplications;
const clock = madeUpSurroundings();
const QUIET = { info: () => undefined, warn: () => undefined, error: () => undefined };
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  impact = await startFakeApplications(clock);
});
afterEach(() => impact.close());

function sync() {
  const credentials = {
    accountSid: 'SID1',
    authToken: 'token-of-impact',
    campaignId: '1000',
    baseUrl: impact.baseUrl,
  };
  const connection = { system: 'impact', variables: [], state: 'ready', credentials } as const;
  const streams = syncStreams([IMPACT_SYSTEM], [connection], async () => 0).filter(
    ({ stream }) => stream === 'applications',
  );
  const now = () => new Date(clock.nowMs());
  return syncNow(
    { pool: database.pools.app, streams, log: QUIET, worker: 'one', now },
    new AbortController().signal,
  );
}
const stored = async () =>
  (
    await database.pools.app.query(
      'select application_id, source, external_id, email, status from application order by external_id',
    )
  ).rows;

it('brings applications from impact.com, the same again changing nothing, and goes on from where it came to', async () => {
  impact.contracts.push(fakeContract(1), fakeContract(2));
  impact.partners.push(fakePartner(1), fakePartner(2));
  expect(await sync()).toMatchObject([{ state: 'read', rows: 2, changed: 2, setAside: 0 }]);
  expect(await stored()).toMatchObject([
    { source: 'impact', external_id: 'P-25070001', email: 'maya@blog-1.example', status: 'new' },
    { source: 'impact', external_id: 'P-25070002', status: 'new' },
  ]);
  clock.advance(7_200_000);
  impact.contracts.push(fakeContract(3, { DateLastUpdated: '2026-03-01T13:00:00Z' }));
  impact.partners.push(fakePartner(3));
  expect(await sync()).toMatchObject([{ state: 'read', rows: 1, changed: 1 }]);
  const asked = impact.requests.filter(({ path }) => path.endsWith('/Contracts')).at(-1);
  expect(asked?.query.get('DateLastUpdatedAfter')).toMatch(/^2026-02-28T/);
  expect(await sync()).toMatchObject([{ state: 'read', changed: 0 }]);
});

it('makes who is accepted a partner under the network’s own id, so that its sales find it', async () => {
  const [application] = await stored();
  await acceptApplication(database.pools.app, {
    proposalId: '4dd5a3f4-6c29-4c0a-a1f4-1f5a3a8a4a01',
    effect: {
      kind: 'application.accept',
      applicationId: application?.application_id,
      group: 'content',
      rateBps: null,
      code: 'PARTNER1',
    } as Parameters<typeof acceptApplication>[1]['effect'],
    at: new Date(),
  });
  const { rows } = await database.pools.app.query('select partner_id, network, status, name from partner');
  expect(rows).toEqual([
    { partner_id: '10001', network: 'impact', status: 'pending', name: 'blog-1.example' },
  ]);
});
