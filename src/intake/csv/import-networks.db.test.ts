import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ClonedDatabase, cloneDatabase } from '../../../db/testing/clone-database.ts';
import type { ImportFormat } from '../../domain/feeds/kinds.ts';
import { importFile } from './import-file.ts';

let database: ClonedDatabase;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'marginkeeper-networks-'));
  database = await cloneDatabase();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});
beforeEach(async () => {
  await database.pools.app.query('truncate conversion');
});

function load(format: ImportFormat, content: string | Buffer) {
  const path = join(folder, `${format}.file`);
  writeFileSync(path, content);
  return importFile({ pool: database.pools.app, dataFolder: folder }, { kind: 'conversions', path, format });
}
const fixture = (name: string) => readFileSync(new URL(`../../connectors/${name}`, import.meta.url));
const rows = () =>
  database.pools.app
    .query(
      `select conversion_id, partner_id, sub_id, order_id, status, status_raw, amount_micros::text as amount,
              commission_micros::text as commission, currency, customer_type, code, lapse_seconds::int as lapse, clicked_at
         from conversion order by conversion_id`,
    )
    .then((result) => result.rows);
const rejects = (path: string | null) => readFileSync(path ?? '', 'utf8');

describe('importFile of a network', () => {
  it('nets CJ’s corrections by their action, and rejects those without an original', async () => {
    const result = await load('cj', fixture('cj/fixtures/commissions.csv'));
    expect(result).toMatchObject({ rows: 6, inserted: 4, rejected: 2 });
    expect(await rows()).toMatchObject([
      {
        ...{
          conversion_id: '5001',
          partner_id: '7001',
          order_id: 'ORDER-1',
          status: 'pending',
          status_raw: 'new',
        },
        ...{
          amount: '40000000',
          commission: '3200000',
          currency: 'GBP',
          customer_type: 'new',
          code: 'SPRING',
        },
      },
      { conversion_id: '5002', status: 'approved', amount: '100000000', customer_type: 'returning' },
      { conversion_id: '5003', status: 'reversed', status_raw: 'extended', amount: '0', commission: '0' },
      { conversion_id: '5004', status: 'unknown', status_raw: 'parked' },
    ]);
    expect(rejects(result.rejectsFile)).toContain('It corrects a transaction that is not in this file.');
    expect(rejects(result.rejectsFile)).toContain('Its amounts must be an amount in decimal text');
    expect(await load('cj', fixture('cj/fixtures/commissions.csv'))).toMatchObject({
      inserted: 0,
      unchanged: 4,
    });
  });

  it('tells impact.com’s reversals that are final from those that may come back', async () => {
    const result = await load('impact', fixture('impact/fixtures/actions.csv'));
    expect(result).toMatchObject({ rows: 6, inserted: 5, rejected: 1 });
    expect(await rows()).toMatchObject([
      {
        ...{
          conversion_id: '1000.4636.1',
          sub_id: 'blog',
          order_id: 'ORDER-1',
          status: 'pending',
          status_raw: 'PENDING',
        },
        ...{ amount: '97260000', commission: '7781000', clicked_at: new Date('2026-03-01T09:15:00Z') },
      },
      { status: 'paid', status_raw: 'APPROVED' },
      { status: 'reversed-provisional', status_raw: 'REVERSED' },
      { status: 'reversed', status_raw: 'REVERSED' },
      { status: 'unknown', status_raw: 'FROZEN' },
    ]);
    expect(rejects(result.rejectsFile)).toContain('currency must be');
  });

  it('takes the partner’s commission of Partnerize, and its lag where the times agree', async () => {
    const result = await load('partnerize', fixture('partnerize/fixtures/conversions.csv'));
    expect(result).toMatchObject({ rows: 5, inserted: 4, rejected: 1 });
    expect(await rows()).toMatchObject([
      {
        conversion_id: '111111l1',
        sub_id: 'blog',
        commission: '7781000',
        lapse: 1_620,
        customer_type: 'new',
      },
      { status: 'paid', status_raw: 'approved', customer_type: 'returning' },
      { status: 'reversed', status_raw: 'fraudulent' },
      { status: 'unknown', status_raw: 'mixed' },
    ]);
  });

  it('keeps each row of Rakuten, negative ones too, and knows no state', async () => {
    const result = await load('rakuten', fixture('rakuten/fixtures/events.csv'));
    expect(result).toMatchObject({ rows: 4, inserted: 3, rejected: 1 });
    expect(await rows()).toMatchObject([
      {
        conversion_id: 'e1',
        partner_id: '55',
        sub_id: 'blog',
        amount: '97260000',
        status: 'unknown',
        status_raw: 'realtime',
      },
      { conversion_id: 'e2', amount: '-97260000', commission: '-7781000' },
      { conversion_id: 'e3', amount: '-5000000' },
    ]);
  });

  it('reads Refersion’s conversions', async () => {
    const result = await load('refersion', fixture('refersion/fixtures/conversions.csv'));
    expect(result).toMatchObject({ rows: 5, inserted: 4, rejected: 1 });
    expect(await rows()).toMatchObject([
      { conversion_id: '1', partner_id: '7', order_id: 'ORDER-1', status: 'pending', code: 'SPRING' },
      { status: 'paid', status_raw: 'APPROVED' },
      { status: 'reversed', status_raw: 'UNQUALIFIED' },
      { status: 'unknown', status_raw: 'HELD' },
    ]);
    expect(rejects(result.rejectsFile)).toContain('partner_id is empty.');
  });

  it('reads the API’s own JSON as well, amounts to the last decimal', async () => {
    const action = {
      Id: '1',
      MediaPartnerId: 7,
      State: 'PENDING',
      Amount: 0.1,
      Payout: 0.000001,
      Currency: 'GBP',
    };
    const json = JSON.stringify([{ ...action, EventDate: '2026-03-01T10:42:00-07:00' }, 5, 'x']);
    expect(await load('impact', json.replace('0.1,', '0.100000,').replace('1e-6', '0.000001'))).toMatchObject(
      {
        ...{ rows: 3, inserted: 1, rejected: 2 },
      },
    );
    expect(await rows()).toMatchObject([{ amount: '100000', commission: '1' }]);
  });

  it.each([
    ['cj', 'commissionId,original\n', "CJ's CSV needs the column originalActionId"],
    ['impact', 'Action Id\n', "impact.com's CSV needs the column MediaPartnerId"],
    ['partnerize', '{"conversions": []}', 'The file is not a list of transactions'],
    ['rakuten', '', 'The file is empty.'],
  ] as const)('stops at a file of %s that is none: %j', async (format, content, sentence) => {
    await expect(load(format, content)).rejects.toThrow(sentence);
  });

  it('takes nothing but conversions', async () => {
    const path = join(folder, 'cj.file');
    const importing = importFile(
      { pool: database.pools.app, dataFolder: folder },
      { kind: 'orders', path, format: 'cj' },
    );
    await expect(importing).rejects.toThrow("CJ's files hold conversions, not orders.");
  });
});
