import type { RunStatus } from '../../domain/runs/run.ts';
import { Tag } from './tag.tsx';

const TONES = {
  queued: 'plain',
  running: 'waiting',
  succeeded: 'won',
  failed: 'lost',
  paused: 'waiting',
} as const;

/** How a run stands. */
export function RunTag({ status }: { status: RunStatus }) {
  return <Tag tone={TONES[status]}>{status}</Tag>;
}
