import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { pageOf } from '../../domain/http/page-of.ts';
import type { Orders } from '../../domain/proposals/evidence.ts';
import { ProposalLineView } from '../../domain/proposals/proposal-view.ts';
import { request } from '../api/request.ts';
import { countText } from '../format/figure.ts';
import { moneyExact, moneyShort } from '../format/money.ts';
import { delay } from '../format/time.ts';
import { Button } from '../ui/button.tsx';
import { Moment } from '../ui/moment.tsx';
import { Section } from '../ui/section.tsx';

const LinePage = pageOf(ProposalLineView);

interface Props {
  readonly orders: z.infer<typeof Orders>;
  /** The proposal whose every line can be shown; null when it touches none. */
  readonly linesOf: string | null;
}

/** A sample of the orders with what speaks against each, where anything is known; all of them on demand. */
export function OrdersTable({ orders, linesOf }: Props) {
  const [all, setAll] = useState(false);
  const hasDelay = orders.sample.some(({ ttcSeconds }) => ttcSeconds !== null);
  const hasBasket = orders.sample.some(({ inCart }) => inCart !== null);
  return (
    <Section title={`Orders: ${countText(orders.count)}, commission ${moneyShort(orders.money)}`}>
      <div className="overflow-x-auto">
        <table className="w-full border-collapse tabular-nums">
          <thead>
            <tr className="border-b border-line text-left text-xs text-quiet">
              <th className="py-1 pr-3 font-normal">Order</th>
              <th className="py-1 pr-3 font-normal">When</th>
              {hasDelay && <th className="py-1 pr-6 text-right font-normal">After the click</th>}
              {hasBasket && <th className="py-1 pr-3 font-normal">Basket before</th>}
              <th className="py-1 text-right font-normal">Commission</th>
            </tr>
          </thead>
          <tbody>
            {orders.sample.map((order) => (
              <tr key={`${order.network}:${order.conversionId}`} className="border-b border-line">
                <td className="py-1 pr-3 font-mono text-xs">{order.orderId ?? order.conversionId}</td>
                <td className="py-1 pr-3 whitespace-nowrap">
                  <Moment iso={order.convertedAt} />
                </td>
                {hasDelay && (
                  <td className="py-1 pr-6 text-right">
                    {order.ttcSeconds === null ? 'not known' : delay(order.ttcSeconds)}
                  </td>
                )}
                {hasBasket && (
                  <td className="py-1 pr-3">
                    {order.inCart === null ? 'not known' : order.inCart ? 'yes' : 'no'}
                  </td>
                )}
                <td className="py-1 text-right whitespace-nowrap">{moneyShort(order.commission)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {linesOf !== null &&
        (all ? (
          <AllLines proposalId={linesOf} />
        ) : (
          <Button look="bare" className="mt-1 -ml-3" onClick={() => setAll(true)}>
            Show every line this touches
          </Button>
        ))}
    </Section>
  );
}

function AllLines({ proposalId }: { proposalId: string }) {
  const { data, hasNextPage, fetchNextPage, isFetching, error } = useInfiniteQuery({
    queryKey: ['proposal', proposalId, 'lines'],
    queryFn: ({ pageParam }) =>
      request(
        `/api/proposals/${proposalId}/lines${pageParam === null ? '' : `?cursor=${encodeURIComponent(pageParam)}`}`,
        LinePage,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
  const lines = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="mt-3">
      {error !== null && <p role="alert">{error.message}</p>}
      <ul className="max-h-80 overflow-y-auto border-y border-line">
        {lines.map((line) => (
          <li
            key={`${line.network}:${line.conversionId}`}
            className="flex justify-between gap-4 border-b border-line py-1 last:border-0"
          >
            <span className="font-mono text-xs">
              {line.network} {line.conversionId} {line.orderId ?? ''}
            </span>
            <span>
              {moneyExact(line.commission)} <span className="text-quiet">{line.status ?? 'gone'}</span>
            </span>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button className="mt-2" disabled={isFetching} onClick={() => void fetchNextPage()}>
          Show more
        </Button>
      )}
    </div>
  );
}
