import type pg from 'pg';
import { correctionJournal } from '../../db/queries/corrections/correction-journal.ts';
import { lookAtSimulated } from '../../db/queries/corrections/look-at-simulated.ts';
import { rowsOfAction } from '../../db/queries/corrections/rows-of-action.ts';
import { createNetworkTarget } from '../connectors/networks/write.ts';
import type { DeliveryTarget } from '../domain/deliveries/delivery-target.ts';
import { SANDBOX } from '../domain/deliveries/target-of.ts';
import type { NetworkWriter } from '../domain/networks/network-writer.ts';
import { canonicalJson } from '../domain/proposals/canonical-json.ts';
import type { CorrectionLooker } from '../outbox/correction-looker.ts';

export interface CorrectionSystems {
  /** One for each network that a writer is configured for; named as conversions name the network. */
  readonly targets: readonly DeliveryTarget[];
  /** The same, and the simulated network. */
  readonly lookers: readonly CorrectionLooker[];
}

/**
 * Where corrections go, and where they are read again.
 *
 * @param writers - of the networks whose credentials are configured; all other networks are simulated.
 */
export function correctionSystems(
  pool: pg.Pool,
  { writers, now }: { readonly writers: readonly NetworkWriter[]; readonly now: () => Date },
): CorrectionSystems {
  const journal = correctionJournal(pool);
  const rowsOf = (actionId: string) => rowsOfAction(pool, actionId);
  return {
    targets: writers.map((writer) => createNetworkTarget({ writer, journal, rowsOf, now })),
    lookers: [simulatedLooker(pool), ...writers.map(lookerOf)],
  };
}

const lookerOf = (writer: NetworkWriter): CorrectionLooker => ({
  target: writer.network,
  pollJob: (job, signal) => writer.pollJob(job, signal),
  async look(rows, signal) {
    const looks = await writer.lookUp(rows, signal);
    return looks.map((look) => ({
      state: look.state,
      commissionMicros: 'found' in look ? look.found.commission : null,
    }));
  },
});

function simulatedLooker(pool: pg.Pool): CorrectionLooker {
  return {
    target: SANDBOX,
    async look(rows) {
      const shown = await lookAtSimulated(pool, rows);
      return rows.map(({ transactionId, after }) => {
        const state = shown.get(transactionId);
        if (!state) return { state: 'missing', commissionMicros: null };
        const isDone = canonicalJson(state) === canonicalJson(after);
        return { state: isDone ? 'done' : 'not_yet', commissionMicros: BigInt(state.commission) };
      });
    },
  };
}
