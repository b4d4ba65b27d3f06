import { openVectorStore } from '../../db/vector/open-vector-store.ts';
import type { OpenDatabase } from '../cli/context.ts';
import type { PrecedentDeps } from '../intake/precedents/find-precedents.ts';
import { embedTexts } from './embed-texts.ts';

/** What finds and learns precedents: always by the embedded encoder, so that all vectors are of one kind. */
export async function precedentsOf({ pools }: OpenDatabase): Promise<PrecedentDeps> {
  return { app: pools.app, store: await openVectorStore(pools.app), embed: embedTexts };
}
