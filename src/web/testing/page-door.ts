import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { createSignInLink } from '../../../db/queries/auth/create-sign-in-link.ts';
import { buildPage } from '../../composition/build-page.ts';
import { chatOf } from '../../composition/chat-of.ts';
import { launchBrowser } from '../../connectors/browser/launch-browser.ts';
import { sandboxNetwork } from '../../connectors/sandbox/write.ts';
import type { Role } from '../../domain/auth/role.ts';
import type { Connection } from '../../domain/connections/connection.ts';
import { DEFAULT_POLICY } from '../../domain/policies.ts';
import { startExecutor } from '../../executor/executor-worker.ts';
import { logLines } from '../../http/testing/log-lines.ts';
import { type OpenDoor, openDoor } from '../../http/testing/open-door.ts';
import { createEmbeddedEngine } from '../../model/embedded/create-embedded-engine.ts';
import { createSentenceEncoder } from '../../model/embedded/sentence-encoder.ts';
import { startOutboxWorker } from '../../outbox/outbox-worker.ts';
import { seedProgramme } from './seed-queue.ts';

export interface PageDoor extends OpenDoor {
  readonly browser: Browser;
  /** What browsers complained about: errors, and everything the content policy refused. */
  readonly complaints: readonly string[];
  signInLink(name: string, role: Role): Promise<string>;
  /** A browser of one's own, signed in and at the queue. */
  enter(name: string, role?: Role, options?: BrowserContextOptions): Promise<Page>;
}

/** The whole service with its page, a browser before it and the sandbox network behind it. */
export async function openPageDoor({
  undoSeconds,
  connections = [],
}: {
  readonly undoSeconds: number;
  readonly connections?: readonly Connection[];
}): Promise<PageDoor> {
  const policy = { ...DEFAULT_POLICY, undoSeconds };
  const encoder = await createSentenceEncoder();
  const pageFolder = await buildPage(() => undefined);
  const [door, browser] = await Promise.all([
    openDoor((pools) => ({
      policy,
      connections,
      pageFolder,
      chat: chatOf(
        { pools },
        { policy, now: () => new Date() },
        { engine: createEmbeddedEngine(), plan: null, embed: (texts) => encoder.encode(texts) },
      ),
    })),
    launchBrowser(process.env.CHROMIUM_PATH ?? null),
  ]);
  const { app } = door.database.pools;
  await seedProgramme(door.database.pools, true);
  const { log } = logLines();
  const now = () => new Date();
  const executor = startExecutor({ pool: app, policy, now, log });
  const outbox = startOutboxWorker({
    pool: app,
    targets: [sandboxNetwork(app)],
    instance: `page-test ${randomUUID()}`,
    log,
  });
  const complaints: string[] = [];
  const signInLink = async (name: string, role: Role) =>
    `${door.url}/sign-in/${await createSignInLink(app, { name, role, now: now() })}`;
  return {
    ...door,
    browser,
    complaints,
    signInLink,
    async enter(name, role = 'approver', options = {}) {
      const context = await browser.newContext({ viewport: { width: 1_280, height: 800 }, ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      await page.goto(await signInLink(name, role));
      return page;
    },
    async close() {
      await browser.close();
      await executor.stop();
      await outbox.stop();
      await door.close();
    },
  };
}
