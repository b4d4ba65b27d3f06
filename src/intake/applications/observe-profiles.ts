import type { Queryable } from '../../../db/client.ts';
import { keepProfile } from '../../../db/queries/applications/keep-profile.ts';
import { listUnobserved } from '../../../db/queries/applications/list-unobserved.ts';
import { Refusal } from '../../domain/errors.ts';
import type { ProfileReader } from '../../domain/vetting/profile/observed-profile.ts';

/** A platform that answers these is asked no more in this run. */
const STOPPING: readonly string[] = ['system_sign_in_refused', 'system_busy', 'system_unreachable'];

/**
 * Asks platforms about the profiles of applications that wait, and keeps what they say. One that cannot be asked holds up
 * nothing: its applications are vetted by their own figures, and asked about again as long as they wait.
 *
 * @returns how many profiles were looked up.
 */
export async function observeProfiles(
  {
    db,
    readers,
    now,
    signal,
  }: {
    readonly db: Queryable;
    readonly readers: readonly ProfileReader[];
    readonly now: () => Date;
    readonly signal: AbortSignal;
  },
  applicationIds: readonly string[],
): Promise<number> {
  if (readers.length === 0) return 0;
  const silent = new Set<ProfileReader>();
  const asked = new Map<ProfileReader, number>();
  let looked = 0;
  for (const { applicationId, sha256, platform, handle } of await listUnobserved(db, applicationIds)) {
    const reader = readers.find((each) => each.platform === platform);
    if (reader === undefined || silent.has(reader)) continue;
    if (signal.aborted) break;
    const times = asked.get(reader) ?? 0;
    if (times >= (reader.perRunMax ?? Number.POSITIVE_INFINITY)) continue;
    asked.set(reader, times + 1);
    const kept = { applicationId, sha256, at: now() };
    try {
      const observed = await reader.read(handle, signal);
      await keepProfile(db, { ...kept, observed, reason: null });
      looked += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await keepProfile(db, { ...kept, observed: null, reason: error.sentence });
      if (STOPPING.includes(error.code)) silent.add(reader);
    }
  }
  return looked;
}
