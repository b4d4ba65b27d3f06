import { useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { CouponSourceItem } from '../../domain/coupons/coupon-items.ts';
import { pageOf } from '../../domain/http/page-of.ts';
import { request } from '../api/request.ts';
import { usePages } from '../api/use-pages.ts';
import { usePerson } from '../api/use-person.ts';
import { Button } from '../ui/button.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Moment } from '../ui/moment.tsx';
import { PartnerLabel } from '../ui/partner-label.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Tag } from '../ui/tag.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { AddSource } from './add-source.tsx';
import { CheckState } from './check-state.tsx';

const Sources = pageOf(CouponSourceItem);

const COLUMNS: readonly Column<CouponSourceItem>[] = [
  {
    heading: 'Site',
    cell: ({ url, isSimulated }) => (
      <span className="inline-flex flex-wrap items-center gap-2">
        <bdi className="wrap-anywhere">{url}</bdi>
        {isSimulated && <Tag>simulated</Tag>}
      </span>
    ),
  },
  { heading: 'Kind', cell: ({ kind }) => kind },
  {
    heading: 'Partner',
    cell: ({ partnerName }) => (partnerName === null ? '' : <PartnerLabel name={partnerName} />),
  },
  { heading: 'Last check', cell: (source) => <CheckState source={source} /> },
  { heading: 'Your codes', isNumber: true, cell: ({ showing }) => showing },
  {
    heading: 'Next check',
    cell: ({ nextCheckAt }) => (
      <span className="whitespace-nowrap">
        <Moment iso={nextCheckAt} />
      </span>
    ),
  },
];

/** The sites that are watched, how the last check went, and a form to watch another. */
export function SourcesList() {
  const client = useQueryClient();
  const { mayDecide } = usePerson();
  const found = usePages(['coupon-sources'], '/api/coupon-sources?limit=100', Sources);
  const remove = useMutation({
    mutationFn: (id: string) => request(`/api/coupon-sources/${id}`, z.unknown(), { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['coupon-sources'] }),
  });
  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  const columns: readonly Column<CouponSourceItem>[] = mayDecide
    ? [
        ...COLUMNS,
        {
          heading: 'Watching',
          cell: ({ id, publisher }) => (
            <Button
              size="small"
              disabled={remove.isPending}
              aria-label={`Stop watching ${publisher}`}
              onClick={() => remove.mutate(id)}
            >
              Stop
            </Button>
          ),
        },
      ]
    : COLUMNS;
  return (
    <>
      {mayDecide && <AddSource />}
      {remove.error && (
        <p role="alert" className="mb-3 text-lost">
          {remove.error.message}
        </p>
      )}
      {found.isPending && <Skeleton lines={8} className="" />}
      {found.isError && (
        <Trouble
          what="The sites could not be listed."
          error={found.error}
          retry={() => void found.refetch()}
        />
      )}
      {found.isSuccess && rows.length === 0 && (
        <p className="max-w-[75ch] text-quiet">
          No site is watched yet. Add the pages on which your codes turn up.
        </p>
      )}
      {rows.length > 0 && <DataTable rows={rows} columns={columns} rowKey={({ id }) => id} />}
      {found.hasNextPage && (
        <Button className="mt-3" disabled={found.isFetching} onClick={() => void found.fetchNextPage()}>
          Show more
        </Button>
      )}
    </>
  );
}
