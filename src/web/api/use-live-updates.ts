import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { LiveEvent } from '../../domain/http/live-event.ts';
import { takeIn } from './take-in.ts';

/** A run makes hundreds of events in a second; the page takes them in together. */
const GATHER_MS = 150;
/** The first event of a connection asks for everything again; what the page is just loading comes first. */
const GATHER_RESYNC_MS = 1_500;

/** Listens to `/events` while somebody is signed in, and asks again for what changed. */
export function useLiveUpdates(signedIn: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!signedIn) return;
    const source = new EventSource('/events');
    let gathered: LiveEvent[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const event = LiveEvent.safeParse(JSON.parse(data));
      if (!event.success) return;
      gathered.push(event.data);
      timer ??= setTimeout(
        () => {
          timer = undefined;
          const events = gathered;
          gathered = [];
          void takeIn(client, events);
        },
        event.data.topic === 'resync' ? GATHER_RESYNC_MS : GATHER_MS,
      );
    };
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [signedIn, client]);
}
