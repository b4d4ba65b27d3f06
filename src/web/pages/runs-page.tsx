import { useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { pageOf } from '../../domain/http/page-of.ts';
import { Run } from '../../domain/runs/run.ts';
import { request } from '../api/request.ts';
import { usePages } from '../api/use-pages.ts';
import { useStatus } from '../api/use-status.ts';
import { Button } from '../ui/button.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Moment } from '../ui/moment.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Tag } from '../ui/tag.tsx';
import { Trouble } from '../ui/trouble.tsx';

const RunPage = pageOf(Run);
const WORKFLOWS = ['fraud'] as const;

/** What ran, when, why, and what came of it. */
export function RunsPage() {
  const client = useQueryClient();
  const { data: status } = useStatus();
  const runs = usePages(['runs'], '/api/runs?limit=50', RunPage);
  const start = useMutation({
    mutationFn: (workflow: string) => request('/api/runs', z.unknown(), { workflow }),
    onSettled: () => client.invalidateQueries({ queryKey: ['runs'] }),
  });
  const rows = runs.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      title="Runs"
      says="Each workflow runs on its schedule and on demand. A run looks and proposes; only decisions have effects."
    >
      {status !== undefined && status.person.role !== 'viewer' && (
        <div className="mb-4 flex items-center gap-2">
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
      )}
      {runs.isPending && <Skeleton lines={6} />}
      {runs.isError && (
        <Trouble what="The runs could not be read." error={runs.error} retry={() => void runs.refetch()} />
      )}
      {runs.isSuccess && rows.length === 0 && <p className="text-quiet">Nothing has run yet.</p>}
      {rows.length > 0 && (
        <DataTable
          rows={rows}
          rowKey={(run) => run.id}
          columns={[
            { heading: 'Workflow', cell: (run) => run.workflow },
            {
              heading: 'Status',
              cell: (run) => (
                <Tag
                  tone={run.status === 'failed' ? 'lost' : run.status === 'succeeded' ? 'won' : 'waiting'}
                  title={run.error?.message ?? ''}
                >
                  {run.status}
                </Tag>
              ),
            },
            { heading: 'Why', cell: (run) => `${run.cause}, ${run.requestedBy}` },
            { heading: 'Asked for', cell: (run) => <Moment iso={run.createdAt} /> },
            { heading: 'Took', isNumber: true, cell: took },
            { heading: 'Proposals', isNumber: true, cell: (run) => run.proposals },
            {
              heading: 'Counts',
              cell: (run) => (
                <span className="text-xs text-quiet">
                  {Object.entries(run.counts)
                    .map(([name, count]) => `${name} ${count}`)
                    .join(' · ')}
                </span>
              ),
            },
          ]}
        />
      )}
    </Page>
  );
}

function took({ startedAt, finishedAt }: Run): string {
  if (startedAt === null || finishedAt === null) return '';
  return `${((Date.parse(finishedAt) - Date.parse(startedAt)) / 1_000).toFixed(1)} s`;
}
