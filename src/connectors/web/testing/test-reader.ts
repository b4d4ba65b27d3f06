import type { Capture } from '../../../domain/web/capture.ts';
import type { KnownRobots } from '../../../domain/web/known-robots.ts';
import { WEB_POLICY_DEFAULTS, type WebPolicy } from '../../../domain/web/web-policy.ts';
import type { WebReader } from '../../../domain/web/web-reader.ts';
import { createWebReader } from '../read.ts';
import type { WebReaderParts } from '../web-reader-parts.ts';
import type { Site } from './site-farm.ts';

export interface TestReader extends WebReader {
  /** Everything that was kept, oldest first. */
  readonly kept: Capture[];
  /** The turns that were booked. */
  readonly turns: { readonly host: string; readonly delayMs: number }[];
  readonly said: { readonly facts: object; readonly sentence: string }[];
}

/** A reader that waits for nobody, keeps everything in memory and may read these sites. */
export function testReader(
  sites: readonly Site[],
  policy: Partial<WebPolicy> = {},
  parts: Partial<WebReaderParts> = {},
): TestReader {
  const kept: Capture[] = [];
  const turns: TestReader['turns'] = [];
  const said: TestReader['said'] = [];
  const robots = new Map<string, KnownRobots>();
  const note = (facts: object, sentence: string): void => void said.push({ facts, sentence });
  const reader = createWebReader({
    policy: { ...WEB_POLICY_DEFAULTS, hostDelayMs: 0, retryDelayMs: 10, pageSeconds: 3, ...policy },
    userAgent: 'Mozilla/5.0 (compatible; Marginkeeper/test; +https://shop.test/bot)',
    allow: new Set(sites.map(({ host }) => host)),
    chromiumPath: process.env.CHROMIUM_PATH ?? null,
    log: { info: note, warn: note, error: note },
    now: () => new Date(),
    lease: async (host, { delayMs }) => {
      turns.push({ host, delayMs });
      return 0;
    },
    robots: {
      read: async (origin) => robots.get(origin) ?? null,
      keep: async (origin, known) => void robots.set(origin, known),
    },
    captures: {
      keep: async (capture) => void kept.push(capture),
      last: async (url) => kept.findLast((each) => each.url === url && each.error === null) ?? null,
    },
    ...parts,
  });
  return { ...reader, kept, turns, said };
}
