import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ClonedDatabase, cloneDatabase } from '../../../db/testing/clone-database.ts';
import { type FakeAwin, startFakeAwin } from '../../connectors/awin/testing/fake-awin.ts';

const BIN = fileURLToPath(new URL('../bin.mjs', import.meta.url));
const FIXTURE = new URL('../../connectors/awin/fixtures/transactions.json', import.meta.url);
let database: ClonedDatabase;
let awin: FakeAwin;
beforeAll(async () => {
  database = await cloneDatabase();
  awin = await startFakeAwin(recent(JSON.parse(readFileSync(FIXTURE, 'utf8'))), { nowMs: () => Date.now() });
});
afterAll(async () => {
  await awin.close();
  await database.drop();
});

/** The same sales a day ago, so that the first reading covers them. */
function recent<Sale extends object>(sales: Sale[]): Sale[] {
  const day = new Date(Date.now() - 86_400_000).toISOString().slice(0, 19);
  return sales.map((sale) => ({ ...sale, transactionDate: day, clickDate: null, validationDate: null }));
}

function run(args: readonly string[], variables: Readonly<Record<string, string>> = {}) {
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const env = { ...process.env, DATABASE_URL: database.url, MARGINKEEPER_LOG: 'warn', ...variables };
    execFile(process.execPath, [BIN, 'connect', ...args], { env, timeout: 60_000 }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
    );
  });
}
const credentials = (token: string) => ({
  MARGINKEEPER_AWIN_ADVERTISER_ID: '1001',
  MARGINKEEPER_AWIN_TOKEN: token,
  MARGINKEEPER_AWIN_BASE_URL: awin.baseUrl,
});

describe('marginkeeper connect', () => {
  it('says which variables are missing, as wrong usage', async () => {
    const missing = await run(['awin']);
    expect(missing.code).toBe(2);
    expect(missing.err).toContain('set MARGINKEEPER_AWIN_ADVERTISER_ID, MARGINKEEPER_AWIN_TOKEN');
  }, 60_000);

  it('checks each operation, reads what changed, and ends with 1 when something fails, showing no token', async () => {
    const good = await run(['awin', '--sync', '--json'], credentials('token-of-awin'));
    expect(good.code).toBe(0);
    const answer = JSON.parse(good.out);
    expect(answer).toMatchObject({ system: 'awin', readings: [{ state: 'read' }, { state: 'read' }] });
    expect(answer.operations[0]).toEqual({
      name: 'transactions.read',
      ok: true,
      claim: 'documented',
      message: expect.stringMatching(/^It reads: /),
    });
    const { rows } = await database.pools.app.query('select count(*)::int as n from conversion');
    expect(rows[0].n).toBeGreaterThan(0);

    const wrong = await run(['awin'], credentials('wrong-word'));
    expect(wrong.code).toBe(1);
    expect(wrong.out).toContain('fails  transactions.read (documented)');
    expect(wrong.out).toContain('Limitations');
    expect(wrong.out + wrong.err + good.out + good.err).not.toMatch(/wrong-word|token-of-awin/);
    expect(awin.exceeded).toEqual([]);
  }, 90_000);
});
