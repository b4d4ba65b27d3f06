import { InvalidArgumentError } from 'commander';

/** An option's moment: ISO 8601, a day alone meaning its first instant in UTC. */
export function parseTime(text: string): Date {
  const time = /^\d{4}-\d{2}-\d{2}/.test(text) ? new Date(text) : new Date(Number.NaN);
  if (Number.isNaN(time.getTime())) {
    throw new InvalidArgumentError('A time is ISO 8601, for example 2026-01-31T18:00:00Z.');
  }
  return time;
}
