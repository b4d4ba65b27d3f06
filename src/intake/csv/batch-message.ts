import type { RefusalCode } from '../../domain/errors.ts';
import type { ReadBatch } from './read-batches.ts';

/** What the reading thread answers: once that the file is open, then a batch each time it is asked for one. */
export type BatchMessage =
  | { readonly is: 'open'; readonly columns: readonly string[]; readonly given: ReadonlySet<string> }
  | { readonly is: 'batch'; readonly batch: ReadBatch }
  | { readonly is: 'end' }
  | {
      readonly is: 'refused';
      readonly code: RefusalCode;
      readonly sentence: string;
      readonly facts: Readonly<Record<string, string | number>>;
    };
