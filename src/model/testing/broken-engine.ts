import { Refusal } from '../../domain/errors.ts';
import { createEmbeddedEngine } from '../embedded/create-embedded-engine.ts';
import type { LanguageEngine } from '../engine.ts';

/** An engine that has no words for anything. */
export function brokenEngine(sentence: string): LanguageEngine {
  const engine: LanguageEngine = {
    ...createEmbeddedEngine(),
    name: 'broken@1',
    word: () => Promise.reject(new Refusal('wording_failed', sentence)),
    forRun: () => engine,
  };
  return engine;
}
