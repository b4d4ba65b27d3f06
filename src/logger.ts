import { type Logger, pino } from 'pino';

export type { Logger };

/**
 * Logs go to stderr, so that stdout belongs to a command's answer. Secrets are cut out by path.
 *
 * @param level - `silent` to `debug`.
 */
export function createLogger(level: string): Logger {
  return pino(
    {
      level,
      base: { pid: process.pid },
      redact: {
        paths: [
          'authorization',
          'cookie',
          '*.authorization',
          '*.cookie',
          '*.password',
          '*.token',
          'req.headers.authorization',
          'req.headers.cookie',
          'res.headers["set-cookie"]',
        ],
        censor: '[redacted]',
      },
    },
    pino.destination({ dest: 2, sync: false }),
  );
}
