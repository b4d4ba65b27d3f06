import { useQuery } from '@tanstack/react-query';
import { StatusView } from '../../domain/http/status-view.ts';
import { request } from './request.ts';

/** The frame's figures. Live events ask for them again; the interval is for a connection that went quiet. */
export function useStatus() {
  return useQuery({
    queryKey: ['status'],
    queryFn: () => request('/api/status', StatusView),
    refetchInterval: 60_000,
  });
}
