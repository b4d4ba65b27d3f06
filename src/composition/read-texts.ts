import type { Application } from '../domain/vetting/application.ts';
import type { TextReading } from '../domain/vetting/text-reading.ts';
import { readApplicationTexts } from '../model/embedded/vetting/read-application-texts.ts';
import { readOnTwoCores } from '../model/embedded/vetting/read-on-two-cores.ts';
import { readVettingWeights } from '../model/embedded/vetting/read-vetting-weights.ts';
import type { VettingWeights } from '../model/embedded/vetting/vetting-weights.ts';
import { embedTexts } from './embed-texts.ts';

let loading: Promise<VettingWeights> | null = null;

/** Reads applicants' words by the committed weights, which are loaded when first asked for, once a process; on two cores when there are many. */
export const readTexts = readOnTwoCores(readHere);

async function readHere(applications: readonly Application[]): Promise<TextReading[]> {
  loading ??= readVettingWeights().catch((error: unknown) => {
    // The next call may find the files.
    loading = null;
    throw error;
  });
  return readApplicationTexts(applications, { embed: embedTexts, weights: await loading });
}
