import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { LiabilityView, ReconciliationView } from '../../domain/http/ledger-view.ts';
import { request } from '../api/request.ts';
import { Moment } from '../ui/moment.tsx';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { AgingTable } from './aging-table.tsx';
import { CorrectionList } from './correction-list.tsx';
import { CorrectionTroubles } from './correction-troubles.tsx';
import { EarlyLocks } from './early-locks.tsx';
import { ExceptionList } from './exception-list.tsx';
import { LeakageSection } from './leakage-section.tsx';
import { LockRules } from './lock-rules.tsx';
import { OwedTable } from './owed-table.tsx';
import { ReserveTable } from './reserve-table.tsx';
import { TotalsRow } from './totals-row.tsx';

/** What the programme owes, what came back, and what did not fit: from the ledger and the newest reconciliation. */
export function LedgerPage() {
  const liability = useQuery({
    queryKey: ['liability'],
    queryFn: () => request('/api/liability', LiabilityView),
  });
  const result = useQuery({
    queryKey: ['reconciliation'],
    queryFn: () => request('/api/reconciliation', ReconciliationView),
  });
  const failed = liability.isError ? liability : result.isError ? result : null;
  return (
    <Page
      title="Ledger"
      says={
        <>
          Commission is final when the return window is over. What comes back before is reversed, what comes
          back after is asked back on a person’s word. Networks and shops that are read by themselves:{' '}
          <Link href="/connections" className="link">
            Connections
          </Link>
          .
        </>
      }
    >
      {failed && (
        <Trouble
          what="The ledger could not be read."
          error={failed.error}
          retry={() => void Promise.all([liability.refetch(), result.refetch()])}
        />
      )}
      {!failed && (liability.isPending || result.isPending) && <Skeleton lines={10} className="" />}
      {result.isSuccess && result.data === null && (
        <p className="max-w-[75ch] text-quiet">
          Nothing has been reconciled yet. The next run of the reconciliation does it, or “Run now” on the
          page Runs.
        </p>
      )}
      {liability.isSuccess && result.isSuccess && result.data !== null && (
        <LedgerSections liability={liability.data} result={result.data} />
      )}
    </Page>
  );
}

function LedgerSections({
  liability,
  result,
}: {
  readonly liability: LiabilityView;
  readonly result: NonNullable<ReconciliationView>;
}) {
  return (
    <div className="flex flex-col gap-8">
      <p className="text-xs text-quiet">
        Reckoned <Moment iso={result.asOf} />, return window {result.windowDays} days.
      </p>
      <TotalsRow result={result} />
      <div className="grid gap-8 xl:grid-cols-2">
        <Section title="What is owed">
          <OwedTable accounts={liability.accounts} />
        </Section>
        <Section title="How long it is owed">
          <AgingTable rows={liability.aging} />
        </Section>
      </div>
      <Section title="Reserve for what will come back">
        <ReserveTable rows={liability.reserve} />
      </Section>
      <Section title="Networks that lock before the window ends">
        <EarlyLocks rows={liability.earlyLocks} />
        <LockRules rows={liability.lockRules} />
      </Section>
      <Section title="What came back after the lock, by partner">
        <LeakageSection />
      </Section>
      <Section title="Corrections that networks took">
        <CorrectionList rows={result.corrections} />
        <CorrectionTroubles rows={result.correctionTroubles} />
      </Section>
      <Section title="What did not fit">
        <ExceptionList exceptions={result.exceptions} />
      </Section>
    </div>
  );
}
