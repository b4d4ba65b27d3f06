import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { ConnectionItem } from '../../domain/connections/connection-item.ts';
import { request } from '../api/request.ts';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { ConnectedSystem } from './connected-system.tsx';
import { SystemsToConnect } from './systems-to-connect.tsx';

const Answer = z.object({ items: z.array(ConnectionItem) });
const REFRESH_MS = 15_000;

/** Networks and shops: how far each was read, what could not be used of it, and how to connect another. */
export function ConnectionsPage() {
  const found = useQuery({
    queryKey: ['connections'],
    queryFn: () => request('/api/connections', Answer),
    refetchInterval: REFRESH_MS,
  });
  return (
    <Page
      title="Connections"
      says="Networks and shops that are read by themselves. A change there is here within a quarter of an hour."
    >
      {found.isPending && <Skeleton lines={8} className="" />}
      {found.isError && (
        <Trouble
          what="The connections could not be listed."
          error={found.error}
          retry={() => void found.refetch()}
        />
      )}
      {found.isSuccess && <Systems items={found.data.items} />}
    </Page>
  );
}

function Systems({ items }: { readonly items: readonly ConnectionItem[] }) {
  const isKnown = ({ state, streams }: ConnectionItem): boolean => state !== 'absent' || streams.length > 0;
  const connected = items.filter(isKnown);
  return (
    <div className="flex flex-col gap-8">
      {connected.length === 0 && (
        <p className="max-w-[75ch] text-quiet">
          Nothing is connected yet: orders and commissions come in by <code>marginkeeper import</code>. To
          have one read by itself, set its variables in this server’s environment and start it again.
        </p>
      )}
      {connected.map((item) => (
        <ConnectedSystem key={item.system} item={item} />
      ))}
      <SystemsToConnect items={items.filter((item) => !isKnown(item))} />
    </div>
  );
}
