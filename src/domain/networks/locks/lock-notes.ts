/** What a network publishes about its locking, and how it is asked to wait. */
export interface LockNote {
  /** As people call it. */
  readonly name: string;
  /** Where the default comes from. */
  readonly source: string;
  /** What can be done before the lock; sentences. No network documents a call that moves the lock of a sale. */
  readonly remedy: string;
}

/** Read in November 2026. */
const NOTES: Readonly<Record<string, LockNote>> = {
  awin: {
    name: 'Awin',
    source:
      'Awin’s page on auto-validation explains it by 30 days; yours stands under Account, Profile, Overview (help.awin.com/advertisers/docs/auto-validation).',
    remedy:
      'Awin approves what nobody validated when the period ends, and its support changes the period on request. Until then decline or amend what came back.',
  },
  cj: {
    name: 'CJ',
    source:
      'CJ’s standard cycle locks on the 10th of the month after the sale; a custom cycle is possible. CJ’s own date goes before where its record names one (junction.cj.com, publisher payment cycle, 2022).',
    remedy:
      'At the standard cycle CJ extends a commission once, by one pay period: in its account, or by an extension file. Locked ones take no correction.',
  },
  impact: {
    name: 'impact.com',
    source:
      'impact.com’s example: 27 days after the month of the sale. The locking date of the action itself goes before where its record names one (help.impact.com, action locking).',
    remedy:
      'Locking follows the contract’s template terms; change those for what comes, and ask impact.com for what is pending. Until then modify or reverse what came back.',
  },
};

const UNKNOWN: Omit<LockNote, 'name'> = {
  source: 'As your contract says: put its days into reconciliation.networkLockDays.',
  remedy: 'Ask the network to keep these commissions open. Until then decline or amend what came back.',
};

export const lockNote = (network: string): LockNote => NOTES[network] ?? { name: network, ...UNKNOWN };
