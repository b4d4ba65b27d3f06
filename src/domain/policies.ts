import { z } from 'zod';
import { APPLY_POLICY_DEFAULTS, APPLY_POLICY_ENTRIES, ApplyPolicy } from './applications/apply-policy.ts';
import {
  ECONOMICS_POLICY_DEFAULTS,
  ECONOMICS_POLICY_ENTRIES,
  EconomicsPolicy,
} from './economics/economics-policy.ts';
import { FRAUD_POLICY_DEFAULTS, FraudPolicy } from './fraud/fraud-policy.ts';
import { FRAUD_POLICY_ENTRIES } from './fraud/fraud-policy-entries.ts';
import { INBOX_POLICY_DEFAULTS, INBOX_POLICY_ENTRIES, InboxPolicy } from './inbox/inbox-policy.ts';
import { LEAK_POLICY_DEFAULTS, LEAK_POLICY_ENTRIES, LeakPolicy } from './leaks/leak-policy.ts';
import { MODEL_POLICY_DEFAULTS, ModelPolicy } from './model/model-policy.ts';
import { MODEL_POLICY_ENTRIES } from './model/model-policy-entries.ts';
import { MicrosText } from './money/micros.ts';
import {
  NETWORK_POLICY_DEFAULTS,
  NETWORK_POLICY_ENTRIES,
  NetworkPolicy,
} from './networks/locks/network-policy.ts';
import {
  RECONCILIATION_POLICY_DEFAULTS,
  RECONCILIATION_POLICY_ENTRIES,
  ReconciliationPolicy,
} from './reconciliation/reconciliation-policy.ts';
import {
  RETENTION_POLICY_DEFAULTS,
  RETENTION_POLICY_ENTRIES,
  RetentionPolicy,
} from './retention/retention-policy.ts';
import { VETTING_POLICY_DEFAULTS, VettingPolicy } from './vetting/vetting-policy.ts';
import { VETTING_POLICY_ENTRIES } from './vetting/vetting-policy-entries.ts';
import { WEB_POLICY_DEFAULTS, WebPolicy } from './web/web-policy.ts';
import { WEB_POLICY_ENTRIES } from './web/web-policy-entries.ts';

/** Kinds that no policy may ever let pass without a person. */
export const NEVER_AUTOMATIC: readonly string[] = [
  'commission.clawback',
  'partner.block',
  'partner.offboard',
  'partner.payout-details',
  'site.blacklist',
  'mail.hand-over',
  'contract.terminate',
];

/** Kinds that take two people whatever the policy says. */
export const TWO_PERSON_ALWAYS: readonly string[] = ['partner.offboard'];

const Schedule = z.strictObject({
  cron: z.string().min(9).max(100),
  timeZone: z.string().min(1).max(60),
  enabled: z.boolean(),
});

/** Everything a user may set without touching code. Each default's unit, reason and source: `POLICY_ENTRIES`. */
export const Policy = z.strictObject({
  autoApprovedKinds: z
    .array(z.string().max(60))
    .max(20)
    .refine((kinds) => kinds.every((kind) => !NEVER_AUTOMATIC.includes(kind)), {
      message: `these never pass without a person: ${NEVER_AUTOMATIC.join(', ')}`,
    }),
  twoPersonKinds: z.array(z.string().max(60)).max(20),
  twoPersonAboveMicros: MicrosText,
  proposalLifetimeHours: z
    .int()
    .min(1)
    .max(24 * 90),
  undoSeconds: z.int().min(0).max(600),
  rejectionMemoryDays: z.int().min(0).max(365),
  caps: z.strictObject({
    perPartnerPerDayMicros: MicrosText,
    perDayMicros: MicrosText,
    proposalsPerRun: z.int().min(1).max(100_000),
    proposalsPerDocument: z.int().min(1).max(100),
    proposalsPerSourcePerHour: z.int().min(1).max(1_000),
  }),
  schedules: z.record(z.string().max(40), Schedule),
  apply: ApplyPolicy,
  economics: EconomicsPolicy,
  inbox: InboxPolicy,
  fraud: FraudPolicy,
  leaks: LeakPolicy,
  model: ModelPolicy,
  networks: NetworkPolicy,
  reconciliation: ReconciliationPolicy,
  retention: RetentionPolicy,
  vetting: VettingPolicy,
  web: WebPolicy,
});
export type Policy = z.infer<typeof Policy>;

export const DEFAULT_POLICY: Policy = Policy.parse({
  autoApprovedKinds: [],
  twoPersonKinds: ['partner.offboard', 'partner.payout-details'],
  twoPersonAboveMicros: '5000000000',
  proposalLifetimeHours: 72,
  undoSeconds: 8,
  rejectionMemoryDays: 30,
  caps: {
    perPartnerPerDayMicros: '50000000000',
    perDayMicros: '1000000000000',
    proposalsPerRun: 5_000,
    proposalsPerDocument: 3,
    proposalsPerSourcePerHour: 10,
  },
  schedules: {
    fraud: { cron: '0 6 * * *', timeZone: 'Europe/London', enabled: true },
    inbox: { cron: '*/10 7-19 * * 1-5', timeZone: 'Europe/London', enabled: true },
    vetting: { cron: '15 7-18 * * 1-5', timeZone: 'Europe/London', enabled: true },
    'coupon-watch': { cron: '*/5 * * * *', timeZone: 'Europe/London', enabled: true },
    reconciliation: { cron: '30 5 * * *', timeZone: 'Europe/London', enabled: true },
  },
  apply: APPLY_POLICY_DEFAULTS,
  economics: ECONOMICS_POLICY_DEFAULTS,
  inbox: INBOX_POLICY_DEFAULTS,
  fraud: FRAUD_POLICY_DEFAULTS,
  leaks: LEAK_POLICY_DEFAULTS,
  model: MODEL_POLICY_DEFAULTS,
  networks: NETWORK_POLICY_DEFAULTS,
  reconciliation: RECONCILIATION_POLICY_DEFAULTS,
  retention: RETENTION_POLICY_DEFAULTS,
  vetting: VETTING_POLICY_DEFAULTS,
  web: WEB_POLICY_DEFAULTS,
});

export interface PolicyEntry {
  readonly path: string;
  readonly unit: string;
  readonly why: string;
  readonly source: string;
}

const entry = (path: string, unit: string, why: string, source: string): PolicyEntry => ({
  path,
  unit,
  why,
  source,
});

/** The reasons behind the defaults, for `GET /api/policy` and the README. */
export const POLICY_ENTRIES: readonly PolicyEntry[] = [
  entry(
    'autoApprovedKinds',
    'proposal kinds',
    'Nothing leaves without a person until the manager says otherwise.',
    'own default',
  ),
  entry(
    'twoPersonKinds',
    'proposal kinds',
    'Ending a partnership or moving a payout cannot rest on one pair of eyes.',
    'own default',
  ),
  entry(
    'twoPersonAboveMicros',
    'micros of the programme currency',
    'Above 5,000 one mistake costs more than a second look.',
    'own default',
  ),
  entry(
    'proposalLifetimeHours',
    'hours',
    'Figures older than three days should be computed again before anybody acts.',
    'own default',
  ),
  entry(
    'undoSeconds',
    'seconds',
    'Long enough to notice a slip, short enough that a receipt follows within 15 s.',
    'own default',
  ),
  entry(
    'rejectionMemoryDays',
    'days',
    'A refused wish with unchanged figures is not asked again within a month.',
    'own default',
  ),
  entry(
    'caps.perPartnerPerDayMicros',
    'micros of the programme currency',
    'Bounds what one partner can lose in a day, whoever approves.',
    'own default',
  ),
  entry('caps.perDayMicros', 'micros of the programme currency', 'Bounds a runaway day.', 'own default'),
  entry(
    'caps.proposalsPerRun',
    'proposals',
    'A run that wants more than this has gone wrong.',
    'own default',
  ),
  entry(
    'caps.proposalsPerDocument',
    'proposals',
    'A stranger’s document cannot flood the queue.',
    'approval flooding',
  ),
  entry(
    'caps.proposalsPerSourcePerHour',
    'proposals',
    'Nor can many documents of one stranger.',
    'approval flooding',
  ),
  entry(
    'schedules',
    'cron in a time zone',
    'Fraud and returns before the manager’s morning; mail every ten minutes of a working day; applications every hour of it; coupon sources that are due every five minutes.',
    'own default',
  ),
  ...Object.entries(APPLY_POLICY_ENTRIES).map(([field, { unit, why, source }]) =>
    entry(`apply.${field}`, unit, why, source),
  ),
  ...Object.entries(ECONOMICS_POLICY_ENTRIES).map(([field, { unit, why, source }]) =>
    entry(`economics.${field}`, unit, why, source),
  ),
  ...Object.entries(INBOX_POLICY_ENTRIES).map(([field, { unit, why, source }]) =>
    entry(`inbox.${field}`, unit, why, source),
  ),
  ...Object.entries(FRAUD_POLICY_ENTRIES).map(([field, { unit, why, source }]) =>
    entry(`fraud.${field}`, unit, why, source),
  ),
  ...Object.entries(LEAK_POLICY_ENTRIES).map(([field, { unit, why, source }]) =>
    entry(`leaks.${field}`, unit, why, source),
  ),
  ...Object.entries(MODEL_POLICY_ENTRIES).map(([field, { unit, why, source }]) =>
    entry(`model.${field}`, unit, why, source),
  ),
  ...Object.entries(NETWORK_POLICY_ENTRIES).map(([field, { unit, why, source }]) =>
    entry(`networks.${field}`, unit, why, source),
  ),
  ...Object.entries(RECONCILIATION_POLICY_ENTRIES).map(([field, { unit, why, source }]) =>
    entry(`reconciliation.${field}`, unit, why, source),
  ),
  ...Object.entries(RETENTION_POLICY_ENTRIES).map(([field, { unit, why, source }]) =>
    entry(`retention.${field}`, unit, why, source),
  ),
  ...Object.entries(VETTING_POLICY_ENTRIES).map(([field, { unit, why, source }]) =>
    entry(`vetting.${field}`, unit, why, source),
  ),
  ...Object.entries(WEB_POLICY_ENTRIES).map(([field, { unit, why, source }]) =>
    entry(`web.${field}`, unit, why, source),
  ),
];
