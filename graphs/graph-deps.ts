import type { LanguageEngine } from '../agents/define-agent.ts';
import type { Queryable } from '../db/client.ts';
import type { setVetting } from '../db/queries/applications/set-vetting.ts';
import type { LeakOutcome } from '../db/queries/coupons/record-case.ts';
import type { setTriage } from '../db/queries/mail/set-triage.ts';
import type { EndedStep } from '../db/queries/runs/record-steps.ts';
import type { Triage } from '../src/domain/inbox/triage.ts';
import type { Policy } from '../src/domain/policies.ts';
import type { Application } from '../src/domain/vetting/application.ts';
import type { TextReading } from '../src/domain/vetting/text-reading.ts';
import type { callTool } from '../tools/call-tool.ts';
import type { ToolContext } from '../tools/define-tool.ts';

/** What the graphs are handed by main. They write nothing themselves but what `propose` inserts. */
export interface GraphDeps {
  /** Under the agents' role. */
  readonly db: Queryable;
  readonly engine: LanguageEngine;
  readonly policy: Policy;
  now(): Date;
  /** Brings the fraud sketches up to date with the feeds; the app's role does it, since it writes. */
  refreshSketches(): Promise<unknown>;
  /** Keeps what triage made of a mail; the app's role does it, since it writes. */
  recordTriage(mailId: string, outcome: Parameters<typeof setTriage>[2]): Promise<void>;
  /** Takes a mail for an application, once; the app's role does it. @returns whether it is one that vetting answers. */
  takeApplicationMail(mailId: string, triage: Triage): Promise<boolean>;
  /** Asks platforms about applicants' profiles, where keys are given; the app's role does it. @returns how many were looked up. */
  observeProfiles(applicationIds: readonly string[]): Promise<number>;
  /** Reads the sites that applications name, where the policy lets it; the app's role does it. @returns how many were looked at. */
  readSites(applicationIds: readonly string[]): Promise<number>;
  /** Looks at the pictures of applications that wait, and keeps what was seen; the app's role does it. @returns how many were looked at. */
  seePictures(applicationIds: readonly string[]): Promise<number>;
  /** What the learnt reader says of applicants' words, each in its place; the weights are read once a process. */
  readTexts(applications: readonly Application[]): Promise<readonly TextReading[]>;
  /** Texts as points of length 1, for tools; left out where no encoder is at hand. */
  embed?: ToolContext['embed'];
  /** Keeps what vetting said of an application; the app's role does it, since it writes. */
  recordVetting(applicationId: string, outcome: Parameters<typeof setVetting>[2]): Promise<void>;
  /** Looks at the coupon sources that are due and keeps what they show; the app's role does it, since it fetches and writes. */
  watchSources(): Promise<{
    readonly sources: number;
    readonly failed: number;
    readonly sightings: number;
    readonly gone: number;
  }>;
  /** Keeps what was judged of a sighting; the app's role does it, since it writes. */
  recordCase(sightingId: string, outcome: LeakOutcome): Promise<string>;
  /** Brings the kept reconciliation and the ledger up to now; the app's role does it, since it books. @returns orders reckoned. */
  refreshReconciliation(): Promise<{ readonly orders: number }>;
  /** How tools are called: `callTool`, or what stands round it. */
  readonly callTool: typeof callTool;
  /** Notes a step for the run's history, which is written under the app's role. */
  recordStep(step: EndedStep): void;
}
