import { refreshSketches } from '../../db/queries/fraud/refresh-sketches.ts';
import type { OpenDatabase } from '../cli/context.ts';
import type { Config } from '../config.ts';
import { instagramProfiles } from '../connectors/instagram/read.ts';
import { tiktokProfiles } from '../connectors/tiktok/read.ts';
import { youtubeProfiles } from '../connectors/youtube/read.ts';
import type { Connection } from '../domain/connections/connection.ts';
import type { Policy } from '../domain/policies.ts';
import type { OurLinks } from '../domain/sightings/affiliate-link.ts';
import type { WebhookSettings } from '../domain/webhooks/webhook-settings.ts';
import { publicProfiles } from '../intake/applications/public-profile/public-profiles.ts';
import { createRunDeps } from '../intake/runs/create-run-deps.ts';
import type { RunDeps } from '../intake/runs/run-deps.ts';
import type { Logger } from '../logger.ts';
import type { MailConfig } from '../mail-config.ts';
import type { ModelConfig } from '../model-config.ts';
import type { ProfileConfig } from '../profile-config.ts';
import { createEngine } from './create-engine.ts';
import { createWebReader } from './create-web-reader.ts';
import { embedTexts } from './embed-texts.ts';
import { keepScores } from './keep-scores.ts';
import { openPageAuditor } from './open-page-auditor.ts';
import { processName } from './process-name.ts';
import { readTexts } from './read-texts.ts';
import { watchOf } from './watch-of.ts';

export interface Surroundings {
  readonly policy: Policy;
  readonly log: Logger;
  readonly stopping: AbortSignal;
  readonly mail: MailConfig;
  readonly webhooks: WebhookSettings;
  /** What the environment says of networks and shops. */
  readonly connections: readonly Connection[];
  /** Our own links; null when nothing is known of them. */
  readonly ours: OurLinks | null;
  readonly model: ModelConfig;
  readonly web: Pick<Config, 'fetch' | 'chromiumPath'>;
  /** Keys of platforms for applicants' profiles; left out where none is asked. */
  readonly profiles?: ProfileConfig;
  now(): Date;
}

/** What a process that works on runs is made of. */
export function runDepsOf(
  { pools }: OpenDatabase,
  { policy, log, stopping, now, model, web, profiles, ours }: Surroundings,
): RunDeps {
  const openWeb = () => createWebReader({ config: web, policy, log, now }, pools.app);
  return createRunDeps({
    pools,
    policy,
    log,
    stopping,
    now,
    worker: processName(),
    engine: createEngine({ model, policy: policy.model, app: pools.app, log, now }),
    refreshSketches: () => refreshSketches(pools.app),
    watchSources: watchOf(pools.app, { web, policy, log, stopping, now }),
    profiles: [
      ...(profiles?.youtube ? [youtubeProfiles(profiles.youtube)] : []),
      ...(profiles?.instagram ? [instagramProfiles(profiles.instagram)] : []),
      ...(profiles?.tiktok ? [tiktokProfiles(profiles.tiktok)] : []),
      ...(policy.vetting.readPublicProfiles ? publicProfiles({ openWeb, now }) : []),
    ],
    openWeb,
    openAuditor: openPageAuditor,
    ours,
    readTexts,
    embed: embedTexts,
    callTool: keepScores(pools.app),
  });
}
