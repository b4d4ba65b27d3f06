import { describe, expect, it } from 'vitest';
import { dayCell, eventTimeCell, lacksZone, timeCell } from './time-cell.ts';

describe('time cells', () => {
  it.each([
    ['2026-03-01T12:00:00Z', '2026-03-01T12:00:00Z'],
    ['2026-03-01T12:00:00.000Z', '2026-03-01T12:00:00Z'],
    ['2026-03-01T12:00:00.120Z', '2026-03-01T12:00:00.12Z'],
    ['2026-03-01T12:00:00.123456789Z', '2026-03-01T12:00:00.123456Z'],
    ['2026-03-01 12:00', '2026-03-01T12:00:00Z'],
    [' 2026-03-01 ', '2026-03-01T00:00:00Z'],
    ['2026-03-01T00:30:00+01:00', '2026-02-28T23:30:00Z'],
    ['2026-03-01T00:30:00.5-0530', '2026-03-01T06:00:00.5Z'],
    ['2026-03-01 12:00:00+02', '2026-03-01T10:00:00Z'],
    ['2024-02-29', '2024-02-29T00:00:00Z'],
    ['', ''],
    ['  ', ''],
  ])('reads %j as %j', (text, canonical) => {
    expect(eventTimeCell.read(text)).toBe(canonical);
  });

  it.each([
    '01/03/2026',
    '2026-13-01',
    '2026-02-29',
    '2026-03-01T24:00:00Z',
    '2026-03-01T12:60:00Z',
    '2026-03-01T12:00:60Z',
    '2026-03-01T12:00:00+15:00',
    '0026-03-01',
    '2026-3-1',
    '1772366400',
    'now',
    '2026-03-01T12',
  ])('refuses %j', (text) => {
    expect(eventTimeCell.read(text)).toBeNull();
  });

  it('takes the year 9999 for the end of something, not for an event', () => {
    expect(timeCell.read('9999-12-31')).toBe('9999-12-31T00:00:00Z');
    expect(timeCell.read('9999-12-31T23:30:00-01:00')).toBeNull();
    expect(eventTimeCell.read('9999-12-31')).toBeNull();
  });

  it('keeps the day that was written', () => {
    expect(dayCell.read('2026-03-01')).toBe('2026-03-01');
    expect(dayCell.read('2026-03-01T00:30:00+01:00')).toBe('2026-03-01');
    expect(dayCell.read('2026-02-30')).toBeNull();
  });

  it('notices a time that names no zone', () => {
    expect(lacksZone('2026-03-01 12:00')).toBe(true);
    expect(lacksZone('2026-03-01')).toBe(true);
    expect(lacksZone('2026-03-01T12:00+01')).toBe(false);
    expect(lacksZone('never')).toBe(false);
  });
});
