import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../domain/policies.ts';
import { nextRuns } from './next-runs.ts';

const schedule = { cron: '0 6 * * *', timeZone: 'Europe/London', enabled: true };
const next = (schedules: Record<string, typeof schedule>) =>
  nextRuns({ ...DEFAULT_POLICY, schedules }, new Date('2026-07-01T12:00:00Z'));

describe('nextRuns', () => {
  it("gives the next moment in the schedule's own time zone", () => {
    expect(next({ fraud: schedule })).toEqual([{ workflow: 'fraud', at: new Date('2026-07-02T05:00:00Z') }]);
  });

  it('leaves out what is switched off, and what no workflow answers to', () => {
    expect(next({ fraud: { ...schedule, enabled: false }, payroll: schedule })).toEqual([]);
  });
});
