import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { LeakageItem } from '../../domain/http/leakage-view.ts';
import { request } from '../api/request.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { LeakageTable } from './leakage-table.tsx';

const Answer = z.object({ items: z.array(LeakageItem) });

/** Reads by itself: the rest of the page waits for none of it. */
export function LeakageSection() {
  const leakage = useQuery({ queryKey: ['leakage'], queryFn: () => request('/api/leakage', Answer) });
  if (leakage.isPending) return <Skeleton lines={4} className="" />;
  if (leakage.isError) {
    return (
      <Trouble
        what="What leaked could not be read."
        error={leakage.error}
        retry={() => void leakage.refetch()}
      />
    );
  }
  return <LeakageTable rows={leakage.data.items} />;
}
