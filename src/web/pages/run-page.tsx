import { useQuery } from '@tanstack/react-query';
import { RunDetail, type RunStep } from '../../domain/runs/run.ts';
import { request } from '../api/request.ts';
import { countText } from '../format/figure.ts';
import { countsText, took } from '../format/run.ts';
import { words } from '../format/words.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Moment } from '../ui/moment.tsx';
import { Page } from '../ui/page.tsx';
import { RunTag } from '../ui/run-tag.tsx';
import { Section } from '../ui/section.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Trouble } from '../ui/trouble.tsx';

const STEPS: readonly Column<RunStep>[] = [
  { heading: 'Step', cell: (step) => words(step.name) },
  { heading: 'Kind', cell: (step) => step.kind },
  { heading: 'For', cell: (step) => step.item },
  { heading: 'Took', isNumber: true, cell: took },
  {
    heading: 'What came of it',
    cell: (step) =>
      step.error === null ? (
        <span className="text-xs text-quiet">{countsText(step.counts)}</span>
      ) : (
        <span className="text-lost">{step.error.message}</span>
      ),
  },
];

/** One run: why it began, each step, what failed and what it cost. */
export function RunPage({ id }: { id: string }) {
  const {
    data: run,
    error,
    refetch,
  } = useQuery({
    queryKey: ['runs', 'one', id],
    queryFn: () => request(`/api/runs/${id}`, RunDetail),
  });
  return (
    <Page title={run ? `Run of ${run.workflow}` : 'Run'}>
      {error && <Trouble what="This run could not be read." error={error} retry={() => void refetch()} />}
      {!error && !run && <Skeleton lines={8} className="" />}
      {run && (
        <div className="flex flex-col gap-6">
          <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
            <RunTag status={run.status} />
            <span>
              asked for <Moment iso={run.createdAt} /> by {run.requestedBy} ({run.cause})
            </span>
            {run.finishedAt !== null && <span>took {took(run)}</span>}
            <span>{countText(run.proposals)} proposals</span>
            <span className="text-quiet">{countsText(run.counts)}</span>
          </p>
          {run.error !== null && <p className="text-lost">{run.error.message}</p>}
          {run.failures.length > 0 && (
            <Section title="What failed">
              <DataTable
                rows={run.failures}
                rowKey={({ item }) => item}
                columns={[
                  { heading: 'For', cell: ({ item }) => item },
                  { heading: 'Why', cell: (failure) => failure.error.message },
                ]}
              />
            </Section>
          )}
          <Section title="Steps">
            {run.steps.length === 0 ? (
              <p className="text-quiet">None is recorded.</p>
            ) : (
              <DataTable rows={run.steps} rowKey={({ seq }) => String(seq)} columns={STEPS} />
            )}
          </Section>
        </div>
      )}
    </Page>
  );
}
