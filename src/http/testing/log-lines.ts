import { type Logger, pino } from 'pino';

/** A logger that keeps what it is told. */
export function logLines(): { readonly log: Logger; readonly lines: readonly string[] } {
  const lines: string[] = [];
  return { log: pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) }), lines };
}
