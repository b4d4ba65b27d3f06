import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { finished } from 'node:stream/promises';
import Papa from 'papaparse';
import { escapeFormulas } from '../../domain/feeds/formula-text.ts';

export interface RejectsFile {
  readonly count: () => number;
  /** @param reason - a sentence. @param raw - the row as it stands in the file. */
  add(line: number, reason: string, raw: string): Promise<void>;
  /** Where it is, or `null` when every row was loaded, and then there is no file. */
  readonly path: () => string | null;
  close(): Promise<void>;
}

/**
 * `<data>/rejects/<file>.<kind>.rejects.csv`: the rows that were not loaded, to be mended and sent again.
 *
 * It is about the last import of that file; one that goes through removes it. Only this user may read it: rows hold
 * customers' data.
 */
export async function openRejects(dataFolder: string, kind: string, path: string): Promise<RejectsFile> {
  const folder = join(dataFolder, 'rejects');
  const file = join(folder, `${basename(path)}.${kind}.rejects.csv`);
  await rm(file, { force: true });
  let stream: WriteStream | null = null;
  let count = 0;
  const write = async (cells: readonly (string | number)[]): Promise<void> => {
    if (stream === null) {
      await mkdir(folder, { recursive: true });
      stream = createWriteStream(file, { mode: 0o600 });
      await once(stream, 'open');
      await write(['line', 'reason', 'row']);
    }
    const isReady = stream.write(`${Papa.unparse([[...cells]])}\n`);
    if (!isReady) await once(stream, 'drain');
  };
  return {
    count: () => count,
    add: async (line, reason, raw) => {
      count += 1;
      await write([line, escapeFormulas(reason), escapeFormulas(raw)]);
    },
    path: () => (stream === null ? null : file),
    close: async () => {
      if (stream === null) return;
      stream.end();
      await finished(stream);
    },
  };
}
