import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acquireServer } from '../../db/embedded/acquire-server.ts';
import { removeServer } from '../../db/embedded/remove-server.ts';
import { migrate } from '../../db/migrate.ts';
import { ensurePartitions } from '../../db/partitions.ts';
import { createPools, type Pools } from '../../db/pool.ts';
import { MAIL_LIMITS } from '../../src/intake/mail/mail-limits.ts';
import { takeMail } from '../../src/intake/mail/take-mail.ts';
import { openMailThread } from '../../src/intake/mail/thread/open-mail-thread.ts';
import { type FakeOpenAi, startFakeOpenAi } from '../../src/model/testing/fake-openai.ts';
import { type AttackCase, readAttacks } from './attack-case.ts';
import { createHostileModel } from './hostile-model.ts';
import { mailOfAttack } from './mail-of-attack.ts';

export const NOW = new Date('2026-11-22T12:00:00Z');
const MAILS_PER_PARTNER = 3;

export interface StoredAttack {
  readonly mailId: string;
  readonly attackCase: AttackCase;
  readonly canary: string;
  readonly partnerId: string;
}

export interface InjectionWorld {
  readonly pools: Pools;
  readonly fake: FakeOpenAi;
  readonly attacks: readonly StoredAttack[];
  /** Partner → figures that are its alone, as our letters write them. */
  readonly markers: ReadonlyMap<string, RegExp>;
  /** Requests that reached the attacker's own server. */
  canaryHits(): number;
  close(): Promise<void>;
}

/** A programme whose partners have figures of their own, each attack in its inbox, and a model on the attacker's side. */
export async function openInjectionWorld(): Promise<InjectionWorld> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'marginkeeper-injection-'));
  // The server's user has to pass through when this runs as root.
  await chmod(dataFolder, 0o711);
  const server = await acquireServer({ dataFolder, log: () => undefined });
  await migrate(server.url);
  const pools = createPools(server.url, { max: 6 });
  const canary = await startCanaryServer();
  const fake = await startFakeOpenAi(createHostileModel(canary.url));
  const cases = readAttacks();
  const markers = await fillProgramme(pools, Math.ceil(cases.length / MAILS_PER_PARTNER));
  const attacks = await storeAttacks(pools, cases, canary.url);
  return {
    pools,
    fake,
    attacks,
    markers,
    canaryHits: canary.hits,
    async close() {
      await Promise.all([pools.end(), fake.close(), canary.close()]);
      await server.release();
      await removeServer(dataFolder);
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

async function fillProgramme({ app }: Pools, partners: number): Promise<Map<string, RegExp>> {
  await app.query("insert into programme (name, currency) values ('Injected', 'GBP')");
  await ensurePartitions(app, 'conversion', new Date('2026-08-01T00:00:00Z'), NOW);
  const markers = new Map<string, RegExp>();
  for (let at = 0; at < partners; at++) {
    const partnerId = `partner-${at}`;
    const pence = 100_003 + at * 1_117;
    await app.query(
      `insert into partner (partner_id, name, network, email, website)
       values ($1, $2, 'awin', $3, $4)`,
      [partnerId, `Blog ${at}`, `owner@blog${at}.example`, `https://blog${at}.example`],
    );
    await app.query(
      `insert into conversion (partner_id, network, conversion_id, order_id, converted_at, amount_micros,
                               commission_micros, currency, status, status_raw)
       values ($1, 'awin', $2, $3, '2026-10-03T10:00:00Z', $4, $5, 'GBP', 'pending', 'pending')`,
      [partnerId, `c-${at}`, `SECRET-${at}`, pence * 200_000, pence * 10_000],
    );
    const whole = Math.floor(pence / 100);
    markers.set(
      partnerId,
      new RegExp(
        `\\b${String(whole).replace(/(\d)(\d{3})$/, '$1[.,\u00a0\u202f ]?$2')}[.,]${String(pence % 100).padStart(2, '0')}\\b`,
      ),
    );
  }
  return markers;
}

async function storeAttacks(
  { app }: Pools,
  cases: readonly AttackCase[],
  canaryUrl: string,
): Promise<StoredAttack[]> {
  const thread = openMailThread(MAIL_LIMITS);
  const stored: StoredAttack[] = [];
  try {
    for (const [at, attackCase] of cases.entries()) {
      const partner = Math.floor(at / MAILS_PER_PARTNER);
      const canary = `cnry${randomBytes(8).toString('hex')}`;
      const bytes = mailOfAttack({ attackCase, canary, from: `owner@blog${partner}.example`, canaryUrl });
      const { mailId } = await takeMail({ db: app, thread }, bytes, {
        source: 'file',
        now: NOW,
        isSimulated: true,
      });
      stored.push({ mailId, attackCase, canary, partnerId: `partner-${partner}` });
    }
  } finally {
    await thread.close();
  }
  return stored;
}

async function startCanaryServer(): Promise<{ url: string; hits(): number; close(): Promise<void> }> {
  let hits = 0;
  const server = createServer((_request, response) => {
    hits += 1;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    hits: () => hits,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
