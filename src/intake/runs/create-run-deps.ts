import { PostgresSaver } from '@langchain/langgraph-checkpoint-postgres';
import { LANGGRAPH_SCHEMA } from '../../../db/foreign-schemas.ts';
import type { Pools } from '../../../db/pool.ts';
import { setVetting } from '../../../db/queries/applications/set-vetting.ts';
import { recordCase } from '../../../db/queries/coupons/record-case.ts';
import { setTriage } from '../../../db/queries/mail/set-triage.ts';
import { countKeptOrders } from '../../../db/queries/reconciliation/count-kept-orders.ts';
import { refreshReconciliation } from '../../../db/queries/reconciliation/refresh-reconciliation.ts';
import type { GraphDeps } from '../../../graphs/graph-deps.ts';
import { createOrchestrator } from '../../../graphs/orchestrator.ts';
import type { PageAuditor } from '../../domain/pages/page-auditor.ts';
import type { OurLinks } from '../../domain/sightings/affiliate-link.ts';
import { brandOfPolicy } from '../../domain/vetting/brand-of-policy.ts';
import type { ProfileReader } from '../../domain/vetting/profile/observed-profile.ts';
import type { WebReader } from '../../domain/web/web-reader.ts';
import { observeProfiles } from '../applications/observe-profiles.ts';
import { observeSites } from '../applications/observe-sites.ts';
import { seeWaiting } from '../applications/see-waiting.ts';
import { takeMailApplication } from '../applications/take-mail-application.ts';
import type { RunDeps } from './run-deps.ts';
import { createStepLog } from './step-log.ts';

export type RunSettings = Pick<RunDeps, 'policy' | 'log' | 'worker' | 'stopping' | 'now'> &
  Pick<GraphDeps, 'engine' | 'refreshSketches' | 'watchSources' | 'callTool' | 'readTexts' | 'embed'> & {
    readonly pools: Pick<Pools, 'app' | 'agent'>;
    /** Eyes on the web, closed by whoever opens them; left out where nothing is fetched. */
    readonly openWeb?: () => WebReader;
    /** Audits of pages, closed by whoever opens them; left out where none are made. */
    readonly openAuditor?: () => PageAuditor;
    /** Our own links; null or left out where nothing is known of them. */
    readonly ours?: OurLinks | null;
    /** Of the platforms for which a key is given. */
    readonly profiles?: readonly ProfileReader[];
  };

/** Puts together what a process needs to work on runs: graphs under the agents' role, everything else under the app's. */
export function createRunDeps({
  pools,
  engine,
  refreshSketches,
  watchSources,
  callTool,
  readTexts,
  embed,
  openWeb,
  openAuditor,
  ours = null,
  profiles = [],
  ...rest
}: RunSettings): RunDeps {
  const checkpointer = new PostgresSaver(pools.app, undefined, { schema: LANGGRAPH_SCHEMA });
  const steps = createStepLog(pools.app);
  const orchestrator = createOrchestrator(
    {
      db: pools.agent,
      engine,
      refreshSketches,
      watchSources,
      recordCase: (sightingId, outcome) => recordCase(pools.app, sightingId, outcome),
      refreshReconciliation: async () => {
        const { reconciliation } = rest.policy;
        const { orders } = await refreshReconciliation(pools.app, {
          asOf: rest.now(),
          policy: reconciliation,
        });
        return { orders: orders ?? (await countKeptOrders(pools.app)) };
      },
      callTool,
      readTexts,
      ...(embed === undefined ? {} : { embed }),
      recordTriage: (mailId, outcome) => setTriage(pools.app, mailId, outcome),
      takeApplicationMail: (mailId, triage) =>
        takeMailApplication(pools.app, { mailId, triage, now: rest.now(), policy: rest.policy.vetting }),
      observeProfiles: (applicationIds) =>
        observeProfiles(
          { db: pools.app, readers: profiles, now: rest.now, signal: rest.stopping },
          applicationIds,
        ),
      readSites: async (applicationIds) => {
        const { vetting: policy } = rest.policy;
        if (!policy.readSites || openWeb === undefined || openAuditor === undefined) return 0;
        const { now, stopping: signal } = rest;
        const beside = { ours, brand: brandOfPolicy(policy) };
        return observeSites(
          { db: pools.app, policy, ...beside, openWeb, openAuditor, now, signal },
          applicationIds,
        );
      },
      seePictures: (applicationIds) =>
        seeWaiting(
          {
            pool: pools.app,
            brandBoard: rest.policy.vetting.brandBoard,
            openWeb: rest.policy.vetting.fetchPictures ? (openWeb ?? null) : null,
            signal: rest.stopping,
          },
          applicationIds,
        ),
      recordVetting: (applicationId, outcome) => setVetting(pools.app, applicationId, outcome),
      policy: rest.policy,
      now: rest.now,
      recordStep: steps.record,
    },
    checkpointer,
  );
  return { ...rest, app: pools.app, orchestrator, checkpointer, steps, atWork: new Set() };
}
