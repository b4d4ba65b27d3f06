import { loadDemo } from '../../db/demo/load-demo.ts';
import type { OpenDatabase } from '../cli/context.ts';
import type { Config } from '../config.ts';
import { DEFAULT_POLICY } from '../domain/policies.ts';
import { loadDemoApplications } from '../intake/applications/load-demo-applications.ts';
import { loadDemoSources } from '../intake/coupons/load-demo-sources.ts';
import { loadDemoMails } from '../intake/mail/demo/load-demo-mails.ts';

/** Loads the demo programme as of today, or of the day that the configuration names. @returns whether it did. */
export async function demoOf(
  { pools }: OpenDatabase,
  config: Config,
  now: Date,
  onProgress: (done: number, total: number, what: string) => void,
): Promise<boolean> {
  const loadDate = config.demoDate === null ? now : new Date(`${config.demoDate}T12:00:00Z`);
  const { loaded } = await loadDemo(pools.app, loadDate, onProgress, async (db, day) => {
    await loadDemoMails(db, day);
    await loadDemoApplications(db, day, DEFAULT_POLICY.vetting);
    await loadDemoSources(db, day, DEFAULT_POLICY.leaks);
  });
  return loaded;
}
