import { afterAll, expect, it } from 'vitest';
import { NEXT, ProposalStatus } from '../../../src/domain/proposals/status.ts';
import { cloneDatabase } from '../../testing/clone-database.ts';

const { pools, drop } = await cloneDatabase();
afterAll(drop);

it('the database knows the same life of a proposal as the domain', async () => {
  for (const from of ProposalStatus.options) {
    for (const to of ProposalStatus.options) {
      const { rows } = await pools.app.query('select proposal_may_become($1, $2) as may', [from, to]);
      expect(rows[0]?.may, `${from} → ${to}`).toBe(NEXT[from].includes(to));
    }
  }
});
