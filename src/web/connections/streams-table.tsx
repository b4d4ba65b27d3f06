import { useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import type { ConnectionItem, StreamItem } from '../../domain/connections/connection-item.ts';
import { request } from '../api/request.ts';
import { usePerson } from '../api/use-person.ts';
import { countText } from '../format/figure.ts';
import { Button } from '../ui/button.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Moment } from '../ui/moment.tsx';
import { Tag } from '../ui/tag.tsx';

const COLUMNS: readonly Column<StreamItem>[] = [
  { heading: 'Stream', cell: ({ stream }) => stream },
  { heading: 'State', cell: (row) => <StreamState row={row} /> },
  {
    heading: 'Last read',
    cell: ({ succeededAt }) => <Time label="last read" iso={succeededAt} never="never" />,
  },
  {
    heading: 'Complete until',
    cell: ({ completeUntil }) => <Time label="complete until" iso={completeUntil} never="–" />,
  },
  { heading: 'Next', cell: ({ nextAt }) => <Time label="next" iso={nextAt} never="" /> },
  { heading: 'Records', isNumber: true, cell: ({ recordsRead }) => countText(Number(recordsRead)) },
  { heading: 'Changed', isNumber: true, cell: ({ rowsChanged }) => countText(Number(rowsChanged)) },
  { heading: 'Set aside', isNumber: true, cell: ({ setAside }) => countText(setAside) },
];

/** How far each stream was read, why it fails, and a way to have it read again. */
export function StreamsTable({ item: { system, title, streams, state } }: { readonly item: ConnectionItem }) {
  const client = useQueryClient();
  const { mayDecide } = usePerson();
  const again = useMutation({
    mutationFn: (stream: string) =>
      request(
        `/api/connections/${encodeURIComponent(system)}/streams/${encodeURIComponent(stream)}/read`,
        z.unknown(),
        {
          body: {},
        },
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['connections'] }),
  });
  const columns: readonly Column<StreamItem>[] =
    mayDecide && state === 'ready'
      ? [
          ...COLUMNS,
          {
            heading: 'Again',
            cell: ({ stream, state: reads, setAside }) => (
              <Button
                size="small"
                disabled={again.isPending || reads === 'reading'}
                aria-label={`Read ${stream} of ${title} again`}
                title={
                  setAside > 0 ? 'From its beginning, so that what was set aside is tried again' : undefined
                }
                onClick={() => again.mutate(stream)}
              >
                Read again
              </Button>
            ),
          },
        ]
      : COLUMNS;
  const troubles = streams.filter(({ problem, gaps }) => problem !== null || gaps.length > 0);
  return (
    <>
      <DataTable rows={streams} columns={columns} rowKey={({ stream }) => stream} />
      <p role="status" className={`text-xs ${again.error ? 'mt-2 text-lost' : 'text-quiet'}`}>
        {again.error?.message ?? (again.isSuccess ? 'It is read within seconds.' : '')}
      </p>
      {troubles.length > 0 && (
        <ul className="mt-2 max-w-[75ch] text-xs">
          {troubles.flatMap(({ stream, problem, failures, gaps }) => [
            ...(problem === null
              ? []
              : [
                  <li key={`${stream}!`} className="text-lost wrap-anywhere">
                    {stream}: {problem} {failures > 1 && `${countText(failures)} times in a row.`}
                  </li>,
                ]),
            ...gaps.map((gap) => (
              <li key={`${stream}:${gap}`} className="text-quiet wrap-anywhere">
                {stream}: {gap}
              </li>
            )),
          ])}
        </ul>
      )}
    </>
  );
}

function StreamState({ row: { state, failures } }: { readonly row: StreamItem }) {
  if (state === 'reading') return <Tag tone="waiting">being read</Tag>;
  if (state === 'failing')
    return <Tag tone="lost">{failures > 1 ? `failed ${failures} times` : 'failed'}</Tag>;
  return <Tag tone="won">up to date</Tag>;
}

interface TimeProps {
  /** Stands before it where there is no heading. */
  readonly label: string;
  readonly iso: string | null;
  readonly never: string;
}

function Time({ label, iso, never }: TimeProps) {
  return (
    <span className="whitespace-nowrap">
      <span className="md:hidden">{label} </span>
      {iso === null ? <span className="text-quiet">{never}</span> : <Moment iso={iso} />}
    </span>
  );
}
