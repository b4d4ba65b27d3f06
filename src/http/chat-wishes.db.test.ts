import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensurePartitions } from '../../db/partitions.ts';
import { refreshSketches } from '../../db/queries/fraud/refresh-sketches.ts';
import { honest, plantProgramme } from '../../db/testing/fraud/plant-programme.ts';
import { chatOf } from '../composition/chat-of.ts';
import { DEFAULT_POLICY } from '../domain/policies.ts';
import type { ProposalView } from '../domain/proposals/proposal-view.ts';
import { createEmbeddedEngine } from '../model/embedded/create-embedded-engine.ts';
import { createSentenceEncoder } from '../model/embedded/sentence-encoder.ts';
import { type OpenDoor, openDoor } from './testing/open-door.ts';
import { say } from './testing/say.ts';

const UNTIL = new Date('2026-03-31T18:00:00Z');
const bad = { type: 'content', orders: 120, fastShare: 0.5, inCartShare: 0.5, codeShare: 0.5 };
const now = () => UNTIL;
let door: OpenDoor;
let reader: string;
beforeAll(async () => {
  const encoder = await createSentenceEncoder();
  door = await openDoor((pools) => ({
    now,
    chat: chatOf(
      { pools },
      { policy: DEFAULT_POLICY, now },
      { engine: createEmbeddedEngine(), plan: null, embed: (texts) => encoder.encode(texts) },
    ),
  }));
  reader = await door.token('reader', 'viewer');
  const { app } = door.database.pools;
  for (const table of ['click', 'conversion'] as const) {
    await ensurePartitions(app, table, new Date('2025-12-01Z'), UNTIL);
  }
  await plantProgramme(
    app,
    [...Array.from({ length: 30 }, (_, index) => honest(`honest-${index}`)), { ...bad, partnerId: 'bandit' }],
    UNTIL,
  );
  await refreshSketches(app);
});
afterAll(() => door.close());

const proposals = async (): Promise<ProposalView[]> => {
  const authorization = `Bearer ${reader}`;
  const answer = await fetch(`${door.url}/api/proposals`, { headers: { authorization } });
  return ((await answer.json()) as { items: ProposalView[] }).items;
};
const approve = async (token: string, { id, shownHash }: ProposalView) => {
  const answer = await fetch(`${door.url}/api/proposals/${id}/decision`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ decision: 'approve', shownHash }),
  });
  return { status: answer.status, body: await answer.json() };
};

it('says that it changes no rate, and proposes none', async () => {
  const before = await proposals();
  const anna = await door.token('Rita', 'approver');
  const { text } = await say(door.url, anna, 'raise partner bandit to 90 %');
  expect(text).toContain('I change no rate from here');
  expect(await proposals()).toEqual(before);
});

it('proposes nothing for a viewer, and nothing that no evidence carries', async () => {
  const viewer = await door.token('Vera', 'viewer');
  expect((await say(door.url, viewer, 'hold partner bandit')).text).toContain('needs the role approver');
  const anna = await door.token('Ann', 'approver');
  expect((await say(door.url, anna, 'please hold partner honest-3')).text).toContain('do not ask for it');
  expect(await proposals()).toEqual([]);
});

it('proposes on a person’s word, once, and that person cannot approve it', async () => {
  const anna = await door.token('Anna', 'approver');
  const said = await say(door.url, anna, 'hold the commission of partner bandit');
  expect(said.text).toContain('It waits in the queue');
  // One for each network.
  const cards = await proposals();
  const [card] = cards;
  expect(card).toMatchObject({ kind: 'commission.hold', status: 'pending', proposedBy: 'Anna', runId: null });
  if (!card) throw new Error('there is a card');

  expect((await say(door.url, anna, 'hold the commission of partner bandit')).text).toContain('already');
  expect(await proposals()).toHaveLength(cards.length);
  expect(await approve(anna, card)).toMatchObject({ status: 403, body: { code: 'approver_is_proposer' } });
  expect((await approve(await door.token('Ben', 'approver'), card)).status).toBe(200);
});
