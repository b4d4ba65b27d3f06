import { putMail } from '../../../../db/queries/mail/testing/put-mail.ts';
import { findProposal } from '../../../../db/queries/proposals/find-proposal.ts';
import { type ClonedDatabase, cloneDatabase } from '../../../../db/testing/clone-database.ts';
import { callTool } from '../../../../tools/call-tool.ts';
import { DEFAULT_POLICY } from '../../../domain/policies.ts';
import type { Principal } from '../../../domain/principal.ts';
import type { ProposalView } from '../../../domain/proposals/proposal-view.ts';
import { decide } from '../../../gate/decide.ts';
import type { LanguageEngine } from '../../../model/engine.ts';
import type { RunSettings } from '../create-run-deps.ts';
import { requestRun } from '../request-run.ts';
import type { RunDeps } from '../run-deps.ts';
import { workRun } from '../work-run.ts';
import { type Script, scriptedReader } from './scripted-reader.ts';
import { testProcess } from './test-process.ts';

const ANNA: Principal = { name: 'anna', role: 'approver', kind: 'token' };

export interface InboxWorld {
  readonly database: ClonedDatabase;
  /** Its tools are the real ones; its engine reads each mail as its subject was scripted. */
  readonly deps: RunDeps;
  readonly engine: LanguageEngine;
  /** Moves the clock on. */
  later(seconds: number): void;
  /** A mail that was received just now. @returns its id. */
  receive(
    mail: {
      /** Empty for a machine's mail that names no sender. */
      readonly from: string;
      readonly returnPath?: string;
      readonly words?: string;
      readonly isProven?: boolean;
    } & Script,
  ): Promise<string>;
  process(overrides?: Partial<RunSettings>): RunDeps;
  run(deps?: RunDeps): Promise<string>;
  /** What was proposed for a mail, oldest first. */
  proposals(mailId: string): Promise<ProposalView[]>;
  mail(mailId: string): Promise<Record<string, unknown> | undefined>;
  sendBack(proposal: ProposalView, comment: string): Promise<void>;
}

/** A programme with partners p1 to p4 (p4 is a Tier 1 partner), each with orders of its own, and an inbox. */
export async function createInboxWorld(): Promise<InboxWorld> {
  const database = await cloneDatabase({ max: 8 });
  const { app } = database.pools;
  await app.query("insert into programme (name, currency) values ('Test', 'GBP')");
  await app.query(
    `insert into partner (partner_id, name, network, email, key_account)
     select 'p' || i, 'Partner ' || i, 'awin', 'p' || i || '@blog' || i || '.test', i = 4 from generate_series(1, 4) i`,
  );
  const scripts = new Map<string, Script>();
  const engine = scriptedReader((mail) => scripts.get(mail.subject) ?? {});
  let clockMs = Date.now();
  const process = (overrides: Partial<RunSettings> = {}) =>
    testProcess(
      database,
      { flagged: [] },
      {
        callTool,
        now: () => new Date(clockMs),
        engine,
        ...overrides,
      },
    );
  const deps = process();
  const world: InboxWorld = {
    database,
    deps,
    engine,
    process,
    later: (seconds) => {
      clockMs += seconds * 1_000;
    },
    async receive({ from, returnPath, words = 'Hello.', isProven = true, ...script }) {
      const subject = `Subject ${crypto.randomUUID()}`;
      scripts.set(subject, script);
      const head = [
        ...(returnPath === undefined ? [] : [`Return-Path: <${returnPath}>`]),
        `Authentication-Results: mx.shop.test; dmarc=${isProven ? 'pass' : 'none'} header.from=x`,
        `From: Somebody <${from}>`,
        `Message-ID: <${crypto.randomUUID()}@x.test>`,
        `Subject: ${subject}`,
      ];
      return (await putMail(app, [...head, '', words], { now: new Date(clockMs) })).mailId;
    },
    async run(by = deps) {
      const runId = await requestRun(app, { workflow: 'inbox', cause: 'person', requestedBy: 'anna' });
      await workRun(by, runId);
      return runId;
    },
    async proposals(mailId) {
      const { rows } = await app.query(
        `select proposal_id from proposal where source ->> 'documentId' = $1 order by created_at, kind`,
        [mailId],
      );
      const found = await Promise.all(rows.map((row) => findProposal(app, row.proposal_id)));
      return found.filter((proposal) => proposal !== null);
    },
    mail: async (mailId) => (await app.query('select * from mail where mail_id = $1', [mailId])).rows[0],
    async sendBack({ id: proposalId, shownHash }, comment) {
      const context = { now: deps.now(), policy: DEFAULT_POLICY };
      await decide(app, { proposalId, shownHash, decision: 'respond', comment }, ANNA, context);
    },
  };
  return world;
}
