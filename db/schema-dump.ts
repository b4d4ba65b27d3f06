/**
 * Writes db/schema.sql from a freshly migrated embedded database; with --check compares instead, and fails on a
 * difference.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrate } from './migrate.ts';
import { createPools } from './pool.ts';
import { schemaText } from './schema-text.ts';
import { openTemporaryServer } from './testing/temporary-server.ts';

const FILE = join(import.meta.dirname, 'schema.sql');

const made = await readMade();
if (process.argv.includes('--check')) {
  const committed = await readFile(FILE, 'utf8').catch(() => '');
  if (made !== committed) {
    process.stderr.write(`db/schema.sql is not what the migrations make; run: node db/schema-dump.ts\n`);
    process.stderr.write(differenceText(committed, made));
    process.exitCode = 1;
  }
} else {
  await writeFile(FILE, made);
}

async function readMade(): Promise<string> {
  const server = await openTemporaryServer();
  try {
    await migrate(server.url);
    const pools = createPools(server.url, { max: 1 });
    return await schemaText(pools.app).finally(() => pools.end());
  } finally {
    await server.end();
  }
}

/** Lines that only one of the two has, in order. */
function differenceText(committed: string, now: string): string {
  const linesOf = (text: string): string[] => text.split('\n');
  const only = (here: string[], there: string[], sign: string): string[] => {
    const rest = new Map<string, number>();
    for (const line of there) rest.set(line, (rest.get(line) ?? 0) + 1);
    return here.flatMap((line) => {
      const left = rest.get(line) ?? 0;
      rest.set(line, left - 1);
      return left > 0 ? [] : [`${sign} ${line}`];
    });
  };
  const removed = only(linesOf(committed), linesOf(now), '-');
  const added = only(linesOf(now), linesOf(committed), '+');
  return `${[...removed, ...added].join('\n')}\n`;
}
