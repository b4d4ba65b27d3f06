import { type Logger, pino } from 'pino';
import { PinoPretty } from 'pino-pretty';

export type { Logger };

const SECRETS = [
  'authorization',
  'cookie',
  '*.authorization',
  '*.cookie',
  '*.password',
  '*.token',
  'apiKey',
  '*.apiKey',
  '*.api_key',
  'req.headers.authorization',
  'req.headers.cookie',
  'res.headers["set-cookie"]',
];

/**
 * Logs go to stderr, so that stdout belongs to a command's answer: JSON lines for a machine, short lines for a person
 * at a terminal. Secrets are cut out by path.
 *
 * @param level - `silent` to `debug`.
 */
export function createLogger(level: string, { isTerminal }: { isTerminal: boolean }): Logger {
  const options = { level, base: { pid: process.pid }, redact: { paths: SECRETS, censor: '[redacted]' } };
  const stream = isTerminal
    ? PinoPretty({ destination: 2, ignore: 'pid,hostname', translateTime: 'HH:MM:ss', singleLine: true })
    : pino.destination({ dest: 2, sync: false });
  return pino(options, stream);
}
