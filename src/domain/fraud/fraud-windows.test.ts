import { describe, expect, it } from 'vitest';
import { fraudWindows, windowOf } from './fraud-windows.ts';

const POLICY = { windowDays: 30, windowsLooked: 3, windowsNeeded: 2 };

describe('fraudWindows', () => {
  it('counts thirty days back from the as-of day, that day included', () => {
    const windows = fraudWindows('2026-06-30T08:00:00Z', '2026-04-02', POLICY);
    expect(windows).toEqual([
      { fromDay: '2026-06-01', toDay: '2026-06-30' },
      { fromDay: '2026-05-02', toDay: '2026-05-31' },
      { fromDay: '2026-04-02', toDay: '2026-05-01' },
    ]);
  });

  it('goes on until the whole history is covered', () => {
    const windows = fraudWindows('2026-06-30T08:00:00Z', '2025-12-24', POLICY);
    expect(windows).toHaveLength(7);
    expect(windowOf('2025-12-24', windows)).toBe(6);
  });

  it('cuts a short history into three equal windows', () => {
    expect(fraudWindows('2026-06-30T08:00:00Z', '2026-06-10', POLICY)).toEqual([
      { fromDay: '2026-06-24', toDay: '2026-06-30' },
      { fromDay: '2026-06-17', toDay: '2026-06-23' },
      { fromDay: '2026-06-10', toDay: '2026-06-16' },
    ]);
  });
});
