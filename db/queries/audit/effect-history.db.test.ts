import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sandboxNetwork } from '../../../src/connectors/sandbox/write.ts';
import { executeDue } from '../../../src/executor/execute-due.ts';
import { decide } from '../../../src/gate/decide.ts';
import { deliverDue } from '../../../src/outbox/deliver-due.ts';
import { cloneDatabase } from '../../testing/clone-database.ts';
import { ANNA, BEN, NOW, PROMPT, proposeOne, seedProgramme, warnDraft } from '../../testing/gate-fixture.ts';
import { outboxContext } from '../../testing/outbox-fixture.ts';
import { findProposal } from '../proposals/find-proposal.ts';
import { effectHistory } from './effect-history.ts';

const EFFECTS = 100;
const { pools, drop } = await cloneDatabase();
beforeAll(() => seedProgramme(pools, { partners: EFFECTS }));
afterAll(drop);

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

it('every one of 100 effects can be followed back to its document, engine, approver and key', async () => {
  const policy = { ...PROMPT, twoPersonKinds: ['partner.warn'] };
  const expected = new Map<string, unknown>();
  for (let n = 1; n <= EFFECTS; n += 1) {
    const hash = sha256(`mail ${n}`);
    const quote = {
      type: 'quote',
      text: 'hello',
      documentId: `mail-${n}`,
      start: 0,
      end: 5,
      sha256: hash,
    } as const;
    const draft = warnDraft(`p${n}`, {
      evidence: [quote],
      source: { kind: 'mail', documentId: `mail-${n}` },
      stranger: `mail:${n}@example.com`,
      madeBy: { engine: `engine@${n % 3}`, prompt: `fraud@${n}`, rules: 'fraud@1' },
    });
    const one = await proposeOne(pools, draft, { policy });
    for (const by of [ANNA, BEN]) {
      await decide(pools.app, { ...one, decision: 'approve' }, by, { now: NOW, policy });
    }
    const { madeBy } = draft;
    expected.set(one.proposalId, {
      documentId: `mail-${n}`,
      documentHashes: [hash],
      madeBy,
      shownHash: one.shownHash,
      approved: { approvers: ['Anna', 'Ben'], shownHash: one.shownHash, madeBy },
      executed: { approvers: ['Anna', 'Ben'], effect: draft.effect },
      delivered: { target: 'sandbox', receipt: { simulated: true } },
    });
  }
  await executeDue(pools.app, { now: NOW, policy });
  await deliverDue(outboxContext(pools, [sandboxNetwork(pools.app, { latencyMs: 0 })]));

  for (const [proposalId, facts] of expected) {
    const actionId = (await findProposal(pools.app, proposalId))?.delivery.actionId ?? '';
    expect(await effectHistory(pools.app, actionId)).toMatchObject({
      actionId,
      proposalId,
      ...(facts as object),
    });
  }
  expect(await effectHistory(pools.app, crypto.randomUUID())).toBeNull();
});
