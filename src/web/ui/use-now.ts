import { useSyncExternalStore } from 'react';

const TICK_MS = 20_000;

let now = new Date();
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = new Date();
    for (const hear of listeners) hear();
  }, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The time, three times a minute: one clock for every "5 minutes ago" on the page. */
export function useNow(): Date {
  return useSyncExternalStore(subscribe, () => now);
}
