import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cloneDatabase } from '../../db/testing/clone-database.ts';
import {
  ANNA,
  BEN,
  blockDraft,
  later,
  NOW,
  POLICY,
  proposeOne,
  seedProgramme,
  warnDraft,
} from '../../db/testing/gate-fixture.ts';
import { decideMany } from './decide-many.ts';
import { decidingOn } from './testing/deciding-on.ts';

const { pools, drop } = await cloneDatabase();
beforeAll(() => seedProgramme(pools, { partners: 60, conversionsEach: 4 }));
afterAll(drop);
const { deciding, view } = decidingOn(pools.app);

let partner = '';
let count = 0;
beforeEach(() => {
  count += 1;
  partner = `p${count}`;
});

const context = { now: NOW, policy: POLICY };

describe('the other decisions', () => {
  it('a response needs a comment, and takes the proposal out of the queue', async () => {
    const proposed = await proposeOne(pools, warnDraft(partner));
    await expect(deciding(proposed, 'respond')).rejects.toMatchObject({ code: 'input_invalid' });
    expect(await deciding(proposed, 'respond', ANNA, { comment: 'Name the orders.' })).toMatchObject({
      status: 'superseded',
    });
    expect(await view(proposed)).toMatchObject({
      decisions: [{ decision: 'respond', comment: 'Name the orders.' }],
      delivery: { state: 'none' },
    });
  });

  it('a snooze lasts until the next morning at 8 by the programme’s clock', async () => {
    const proposed = await proposeOne(pools, warnDraft(partner));
    expect(await deciding(proposed, 'snooze')).toMatchObject({ status: 'snoozed' });
    expect((await view(proposed)).snoozedUntil).toBe('2026-03-03T08:00:00.000Z');
  });

  it('a snoozed proposal can still be approved', async () => {
    const proposed = await proposeOne(pools, warnDraft(partner));
    await deciding(proposed, 'snooze', ANNA, { snoozedUntil: later(3_600) });
    expect(await deciding(proposed, 'approve', BEN)).toMatchObject({ status: 'approved' });
    expect(await view(proposed)).toMatchObject({ snoozedUntil: null });
  });

  it.each([-1, 72 * 3_600])(
    'a snooze of %s seconds is refused: past, or beyond its life',
    async (seconds) => {
      const proposed = await proposeOne(pools, warnDraft(partner));
      await expect(
        deciding(proposed, 'snooze', ANNA, { snoozedUntil: later(seconds) }),
      ).rejects.toMatchObject({ code: 'input_invalid' });
    },
  );

  it('an unknown id is refused as such', async () => {
    const unknown = { proposalId: '6f8c1f7e-0000-4000-8000-000000000000', shownHash: 'a'.repeat(64) };
    await expect(deciding(unknown, 'approve')).rejects.toMatchObject({ code: 'proposal_unknown' });
  });

  it('many at once are each bound to their own hash', async () => {
    const right = await proposeOne(pools, warnDraft(partner));
    const wrong = await proposeOne(pools, blockDraft(partner));
    const outcomes = await decideMany(
      pools.app,
      [
        { ...wrong, decision: 'approve', shownHash: right.shownHash },
        { ...right, decision: 'approve' },
      ],
      ANNA,
      context,
    );
    expect(outcomes).toMatchObject([
      { ok: false, refusal: { code: 'proposal_changed' } },
      { ok: true, outcome: { status: 'approved' } },
    ]);
  });
});
