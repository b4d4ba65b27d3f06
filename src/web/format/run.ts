import { countText } from './figure.ts';

/** `8.2 s` from start to end; empty while it goes on. */
export function took({
  startedAt,
  finishedAt,
}: {
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
}): string {
  if (startedAt === null || finishedAt === null) return '';
  const ms = Date.parse(finishedAt) - Date.parse(startedAt);
  return ms < 1_000 ? `${ms} ms` : `${(ms / 1_000).toFixed(1)} s`;
}

/** `scored 412 · held 16`. */
export function countsText(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${name.replaceAll('_', ' ')} ${countText(count)}`)
    .join(' · ');
}
