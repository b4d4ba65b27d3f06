import type { FileRow } from '../../domain/networks/file-cells.ts';
import type { FileRecord } from './file-record.ts';

/** A record of a file before anything is read from it. */
export interface NetworkRecord extends Pick<FileRecord, 'line' | 'raw'> {
  /** Undefined when it could not be parsed; `problem` says why. */
  readonly value: unknown;
  readonly problem: string | null;
}

/** A record with what was read from it. */
export function rowOf({ line, raw }: Pick<NetworkRecord, 'line' | 'raw'>, row: FileRow): FileRecord {
  return 'cells' in row ? { line, ...row, problem: null, raw } : { line, cells: null, ...row, raw };
}
