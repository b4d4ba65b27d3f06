import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { Agreement } from '../../domain/precedents/agreement.ts';
import { request } from '../api/request.ts';
import { countText } from '../format/figure.ts';
import { kindWords } from '../format/kind.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Trouble } from '../ui/trouble.tsx';

const Answer = z.strictObject({ since: z.iso.datetime(), items: z.array(Agreement) });

const COLUMNS: readonly Column<Agreement>[] = [
  { heading: 'Kind', cell: (row) => kindWords(row.kind).group },
  { heading: 'Decided', isNumber: true, cell: (row) => countText(row.decided) },
  { heading: 'As proposed', isNumber: true, cell: (row) => countText(row.approvedAsIs) },
  { heading: 'Changed', isNumber: true, cell: (row) => countText(row.edited) },
  { heading: 'Rejected', isNumber: true, cell: (row) => countText(row.rejected) },
  { heading: 'Sent back', isNumber: true, cell: (row) => countText(row.sentBack) },
  { heading: 'Agreement', isNumber: true, cell: agreementText },
  { heading: 'What that suggests', cell: (row) => row.suggestion },
];

/** What can be reported so far: how often people and agents agree. */
export function ReportsPage() {
  const { data, error, refetch } = useQuery({
    queryKey: ['agreement'],
    queryFn: () => request('/api/agreement', Answer),
  });
  return (
    <Page
      title="Reports"
      says="How people decided over the last 365 days. There is no weekly report in this release."
    >
      <Section title="Agreement with the agents">
        {error ? (
          <Trouble what="The decisions could not be counted." error={error} retry={() => void refetch()} />
        ) : data === undefined ? (
          <Skeleton lines={4} className="" />
        ) : data.items.length === 0 ? (
          <p className="text-quiet">Nobody has decided anything yet. Each decision counts from now on.</p>
        ) : (
          <DataTable rows={data.items} columns={COLUMNS} rowKey={(row) => row.kind} />
        )}
      </Section>
    </Page>
  );
}

/** `96 % (91–99 %)`, the second a 95 % interval. */
function agreementText({ agreement, interval }: Agreement): string {
  if (agreement === null || interval === null) return 'not known';
  const percent = (share: number) => Math.round(share * 100);
  return `${percent(agreement)}\u00A0% (${percent(interval[0])}–${percent(interval[1])}\u00A0%)`;
}
