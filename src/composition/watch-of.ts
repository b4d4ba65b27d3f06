import type pg from 'pg';
import { demoPage } from '../../db/demo/coupon-pages/demo-page.ts';
import type { Config } from '../config.ts';
import type { Policy } from '../domain/policies.ts';
import type { CodeJudge } from '../domain/sightings/code-judge.ts';
import type { WebReader } from '../domain/web/web-reader.ts';
import { type Watched, watchSources } from '../intake/coupons/watch-sources.ts';
import type { Logger } from '../logger.ts';
import { readCodeJudge } from '../model/embedded/codes/read-code-judge.ts';
import { createWebReader } from './create-web-reader.ts';

export interface WatchSurroundings {
  readonly web: Pick<Config, 'fetch' | 'chromiumPath'>;
  readonly policy: Policy;
  readonly log: Logger;
  readonly stopping: AbortSignal;
  now(): Date;
}

/** How this process looks at coupon sources: the demo's pages come from disk, all others through the fenced reader. */
export function watchOf(
  app: pg.Pool,
  { web, policy, log, stopping, now }: WatchSurroundings,
): () => Promise<Watched> {
  let judge: Promise<CodeJudge> | null = null;
  return async () => {
    judge ??= readCodeJudge();
    let reader: WebReader | null = null;
    try {
      return await watchSources({
        app,
        policy: policy.leaks,
        log,
        judge: await judge,
        now,
        fetchPage({ url, kind, is_simulated: isSimulated, checks }) {
          if (isSimulated) return demoPage(url, checks, now());
          reader ??= createWebReader({ config: web, policy, log, now }, app);
          return reader.fetch(url, { signal: stopping, accept: kind === 'feed' ? 'any' : 'page' });
        },
      });
    } finally {
      await closed(reader);
    }
  };
}

const closed = (reader: WebReader | null): Promise<void> | undefined => reader?.close();
