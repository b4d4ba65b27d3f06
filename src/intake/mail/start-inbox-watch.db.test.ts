import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PollLoop } from '../../../db/poll-loop.ts';
import { hasWaitingMail } from '../../../db/queries/mail/has-waiting-mail.ts';
import { setMailStatus } from '../../../db/queries/mail/set-mail-status.ts';
import { putMail } from '../../../db/queries/mail/testing/put-mail.ts';
import { type ClonedDatabase, cloneDatabase } from '../../../db/testing/clone-database.ts';
import { keptLog } from '../../../db/testing/outbox-fixture.ts';
import { startInboxWatch } from './start-inbox-watch.ts';

let database: ClonedDatabase;
let watch: PollLoop | null = null;
beforeEach(async () => {
  database = await cloneDatabase();
});
afterEach(async () => {
  await watch?.stop();
  await database.drop();
});

const runs = async () =>
  (await database.pools.app.query('select workflow, cause, requested_by from run')).rows;
const put = (name: string) =>
  putMail(database.pools.app, ['From: ann@blog.test', `Message-ID: <${name}@x>`, '', name]);

describe('startInboxWatch', () => {
  it('asks for one run, however many mails came in', async () => {
    watch = startInboxWatch({ pool: database.pools.app, log: keptLog(), pauseMs: 20 });
    await put('a');
    await put('b');
    await vi.waitFor(async () => expect(await runs()).toHaveLength(1));
    await put('c');
    watch.wake();
    await watch.stop();
    expect(await runs()).toEqual([{ workflow: 'inbox', cause: 'event', requested_by: 'mail' }]);
  });

  it('asks again for what came after a run had begun, and not for what that run left', async () => {
    const { app } = database.pools;
    await put('before');
    await app.query(`
      insert into run (workflow, status, cause, requested_by, started_at)
      values ('inbox', 'succeeded', 'event', 'mail', clock_timestamp())`);
    expect(await hasWaitingMail(app)).toBe(false);
    const { mailId } = await put('after');
    expect(await hasWaitingMail(app)).toBe(true);
    await setMailStatus(app, mailId, 'ignored');
    expect(await hasWaitingMail(app)).toBe(false);
  });
});
