import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { z } from 'zod';
import { pageOf } from '../../domain/http/page-of.ts';
import { Run } from '../../domain/runs/run.ts';
import { request } from '../api/request.ts';
import { usePages } from '../api/use-pages.ts';
import { usePerson } from '../api/use-person.ts';
import { countsText, took } from '../format/run.ts';
import { Button } from '../ui/button.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Moment } from '../ui/moment.tsx';
import { Page } from '../ui/page.tsx';
import { RunTag } from '../ui/run-tag.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Trouble } from '../ui/trouble.tsx';

const RunPage = pageOf(Run);
const WORKFLOWS = ['inbox', 'vetting', 'coupon-watch', 'fraud', 'reconciliation'] as const;

const COLUMNS: readonly Column<Run>[] = [
  {
    heading: 'Workflow',
    cell: (run) => (
      <Link href={`/runs/${run.id}`} className="link">
        {run.workflow}
      </Link>
    ),
  },
  { heading: 'Status', cell: (run) => <RunTag status={run.status} /> },
  { heading: 'Why', cell: (run) => `${run.cause}, ${run.requestedBy}` },
  { heading: 'Asked for', cell: (run) => <Moment iso={run.createdAt} /> },
  { heading: 'Took', isNumber: true, cell: took },
  { heading: 'Proposals', isNumber: true, cell: (run) => run.proposals },
  {
    heading: 'What came of it',
    cell: (run) =>
      run.error === null ? (
        <span className="text-xs text-quiet">{countsText(run.counts)}</span>
      ) : (
        <span className="text-lost">{run.error.message}</span>
      ),
  },
];

/** What ran, when, why, and what came of it. */
export function RunsPage() {
  const runs = usePages(['runs'], '/api/runs?limit=50', RunPage);
  const rows = runs.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      title="Runs"
      says="Each workflow runs on its schedule and on demand. A run looks and proposes; only decisions have effects."
    >
      <StartRun />
      {runs.isPending && <Skeleton lines={6} className="" />}
      {runs.isError && (
        <Trouble what="The runs could not be read." error={runs.error} retry={() => void runs.refetch()} />
      )}
      {runs.isSuccess && rows.length === 0 && <p className="text-quiet">Nothing has run yet.</p>}
      {rows.length > 0 && <DataTable rows={rows} columns={COLUMNS} rowKey={(run) => run.id} />}
      {runs.hasNextPage && (
        <Button className="mt-3" disabled={runs.isFetching} onClick={() => void runs.fetchNextPage()}>
          Show more
        </Button>
      )}
    </Page>
  );
}

function StartRun() {
  const client = useQueryClient();
  const { mayDecide } = usePerson();
  const start = useMutation({
    mutationFn: (workflow: string) => request('/api/runs', z.unknown(), { body: { workflow } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['runs'] }),
  });
  if (!mayDecide) return null;
  return (
    <div className="mb-4 flex flex-wrap items-center gap-3">
      {WORKFLOWS.map((workflow) => (
        <Button key={workflow} disabled={start.isPending} onClick={() => start.mutate(workflow)}>
          Run {workflow} now
        </Button>
      ))}
      {start.error && (
        <span role="alert" className="text-lost">
          {start.error.message}
        </span>
      )}
    </div>
  );
}
