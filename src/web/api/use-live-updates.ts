import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { LiveEvent } from '../../domain/http/live-event.ts';

const KEYS: Readonly<Record<LiveEvent['topic'], readonly string[]>> = {
  proposal: ['queue', 'status', 'proposal'],
  delivery: ['proposal'],
  run: ['runs', 'status', 'fraud'],
  control: ['status'],
  resync: ['queue', 'status', 'proposal', 'runs', 'fraud'],
};
/** A run makes hundreds of events in a second; the page asks again once. */
const GATHER_MS = 250;

/** Listens to `/events` while somebody is signed in, and asks again for what changed. */
export function useLiveUpdates(signedIn: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!signedIn) return;
    const source = new EventSource('/events');
    const changed = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const event = LiveEvent.safeParse(JSON.parse(data));
      if (!event.success) return;
      for (const key of KEYS[event.data.topic]) changed.add(key);
      timer ??= setTimeout(() => {
        timer = undefined;
        for (const key of changed) void client.invalidateQueries({ queryKey: [key] });
        changed.clear();
      }, GATHER_MS);
    };
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [signedIn, client]);
}
