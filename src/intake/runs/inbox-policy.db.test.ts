import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pendingOfKinds } from '../../../db/queries/proposals/pending-of-kinds.ts';
import { callTool } from '../../../tools/call-tool.ts';
import { DEFAULT_POLICY } from '../../domain/policies.ts';
import { kindsToPass } from '../../domain/proposals/may-auto-approve.ts';
import { executeDue } from '../../executor/execute-due.ts';
import { approveByPolicy } from '../../gate/approve-by-policy.ts';
import { requestRun } from './request-run.ts';
import { createInboxWorld, type InboxWorld } from './testing/inbox-world.ts';
import { workRun } from './work-run.ts';

const policy = {
  ...DEFAULT_POLICY,
  undoSeconds: 0,
  inbox: { ...DEFAULT_POLICY.inbox, autoReplyIntents: ['payment_question' as const] },
};
const asked = { intent: 'payment_question', route: 'auto_reply' } as const;
let world: InboxWorld;
beforeAll(async () => {
  world = await createInboxWorld();
});
afterAll(() => world.database.drop());

describe('an intent that the policy lists', () => {
  const pass = async () => {
    const { app } = world.database.pools;
    const listed = await pendingOfKinds(app, kindsToPass(policy), 200);
    return (await approveByPolicy(app, listed, { now: world.deps.now(), policy })).approved;
  };

  it('is answered without a person, but for what nothing proves, a Tier 1 partner, or another intent', async () => {
    const answered = await world.receive({ from: 'p1@blog1.test', ...asked });
    await world.receive({ from: 'p2@blog2.test', isProven: false, ...asked });
    await world.receive({ from: 'p4@blog4.test', ...asked });
    await world.receive({ from: 'p3@blog3.test', intent: 'tracking_problem', route: 'draft_for_approval' });
    await world.run(world.process({ policy }));
    const [card] = await world.proposals(answered);
    expect(await pass()).toEqual([card?.id]);
  });

  it('waits for a person again when the partner became a Tier 1 partner, or the policy changed, meanwhile', async () => {
    const { app } = world.database.pools;
    const mailId = await world.receive({ from: 'p3@blog3.test', ...asked });
    await world.run(world.process({ policy }));
    await app.query(`update partner set key_account = true where partner_id = 'p3'`);
    expect(await pass()).toEqual([]);
    await app.query(`update partner set key_account = false where partner_id = 'p3'`);
    const [card] = await world.proposals(mailId);
    expect(await pass()).toEqual([card?.id]);
    await executeDue(app, { now: world.deps.now(), policy: { ...policy, inbox: DEFAULT_POLICY.inbox } });
    expect((await world.proposals(mailId))[0]?.status).toBe('needs_person');
  });
});

describe('a process that dies in the middle', () => {
  it.each(['mail_read_mail', 'mail_gather_context', 'mail_propose_reply'])(
    'after %s leaves one answer behind when another goes on',
    async (dying) => {
      const mailId = await world.receive({ from: 'p2@blog2.test', intent: 'general_question' });
      let lives = 1;
      const dead = world.process({
        callTool: async (tool, input, context) => {
          const answer = await callTool(tool, input, context);
          if (tool.name === dying && lives-- > 0) {
            throw Object.assign(new Error('terminating connection'), { code: '57P01' });
          }
          return answer;
        },
      });
      const { app } = world.database.pools;
      const runId = await requestRun(app, { workflow: 'inbox', cause: 'person', requestedBy: 'anna' });
      await expect(workRun(dead, runId)).rejects.toThrow('terminating');
      expect(await workRun(world.process(), runId)).toBe('worked');
      const cards = await world.proposals(mailId);
      expect(cards.map(({ kind, status }) => [kind, status])).toEqual([['mail.reply', 'pending']]);
      expect(await world.mail(mailId)).toMatchObject({ status: 'triaged' });
    },
  );
});
