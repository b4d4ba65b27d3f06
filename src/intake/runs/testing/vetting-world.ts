import { findProposal } from '../../../../db/queries/proposals/find-proposal.ts';
import { type ClonedDatabase, cloneDatabase } from '../../../../db/testing/clone-database.ts';
import { callTool } from '../../../../tools/call-tool.ts';
import { DEFAULT_POLICY } from '../../../domain/policies.ts';
import type { Principal } from '../../../domain/principal.ts';
import type { ProposalView } from '../../../domain/proposals/proposal-view.ts';
import { decide } from '../../../gate/decide.ts';
import { takeApplication } from '../../applications/take-application.ts';
import type { RunSettings } from '../create-run-deps.ts';
import { requestRun } from '../request-run.ts';
import type { RunDeps } from '../run-deps.ts';
import { workRun } from '../work-run.ts';
import { testProcess } from './test-process.ts';

const ANNA: Principal = { name: 'anna', role: 'approver', kind: 'token' };

export interface VettingWorld {
  readonly database: ClonedDatabase;
  /** Its tools and its engine are the real ones. */
  readonly deps: RunDeps;
  process(overrides?: Partial<RunSettings>): RunDeps;
  /** An application that came just now. */
  receive(application: { readonly id: string } & Record<string, unknown>): Promise<void>;
  run(deps?: RunDeps): Promise<string>;
  /** What was proposed for an application, oldest first. */
  proposals(externalId: string): Promise<ProposalView[]>;
  application(externalId: string): Promise<Record<string, unknown> | undefined>;
  decide(proposal: ProposalView, decision: 'approve' | 'reject' | 'respond', comment?: string): Promise<void>;
}

/** An account whose figures are in order. */
export const goodAccount = (id: string, more: Record<string, unknown> = {}) => ({
  id,
  platform: 'instagram',
  handle: `${id}.at.home`,
  language: 'en',
  region: 'GB',
  email: `${id}@example.com`,
  bio: `Tables, tea and small rooms, photographed at home in Leeds by ${id}.`,
  pitch: `I write about gifts for the home, and ${id} readers often ask where the mugs are from.`,
  stats: {
    followers: 14_000,
    following: 600,
    posts: 420,
    last_likes: [520, 610, 480, 590, 505, 640, 530, 555, 498, 575, 620, 540],
    last_comments: [31, 42, 28, 35, 30, 44, 33, 36, 29, 38, 41, 34],
    profile_picture: true,
    bio_length: 60,
    username_digits: 0,
    private: false,
  },
  posts: [
    { text: `Sunday table, ${id}, with the blue plates`, likes: 520, comments: 31 },
    { text: `How ${id} wraps a gift without tape`, likes: 610, comments: 42 },
    { text: `A shelf for tea, built by ${id}`, likes: 480, comments: 28 },
  ],
  ...more,
});

/** A programme without partners, to which people apply. */
export async function createVettingWorld(): Promise<VettingWorld> {
  const database = await cloneDatabase({ max: 8 });
  const { app } = database.pools;
  await app.query("insert into programme (name, currency) values ('Test', 'GBP')");
  const process = (overrides: Partial<RunSettings> = {}) =>
    testProcess(database, { flagged: [] }, { callTool, ...overrides });
  const deps = process();
  return {
    database,
    deps,
    process,
    async receive(application) {
      await takeApplication(app, application, {
        source: 'file',
        receivedAt: deps.now(),
        isSimulated: false,
        duplicateTextCharacters: DEFAULT_POLICY.vetting.duplicateTextCharacters,
      });
    },
    async run(by = deps) {
      const runId = await requestRun(app, { workflow: 'vetting', cause: 'person', requestedBy: 'anna' });
      await workRun(by, runId);
      return runId;
    },
    async proposals(externalId) {
      const { rows } = await app.query(
        `select p.proposal_id
           from proposal p
           join application a on a.application_id::text = p.source ->> 'documentId'
          where a.external_id = $1
          order by p.created_at`,
        [externalId],
      );
      const found = await Promise.all(rows.map((row) => findProposal(app, row.proposal_id)));
      return found.filter((proposal) => proposal !== null);
    },
    application: async (externalId) =>
      (await app.query('select * from application where external_id = $1', [externalId])).rows[0],
    async decide({ id: proposalId, shownHash }, decision, comment) {
      const input = { proposalId, shownHash, decision, ...(comment === undefined ? {} : { comment }) };
      const policy = { ...DEFAULT_POLICY, undoSeconds: 0 };
      await decide(app, input, ANNA, { now: new Date(), policy });
    },
  };
}
