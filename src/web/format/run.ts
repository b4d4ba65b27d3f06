import { countText } from './figure.ts';
import { words } from './words.ts';

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

/** `scored 412 · held 16`: what there was none of is left out. */
export function countsText(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .filter(([, count]) => count !== 0)
    .map(([name, count]) => `${words(name)} ${countText(count)}`)
    .join(' · ');
}
