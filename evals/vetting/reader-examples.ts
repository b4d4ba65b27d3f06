import { readApplication } from '../../src/domain/vetting/read-application.ts';
import { ReadFlag } from '../../src/domain/vetting/text-reading.ts';
import { type TextUnit, textUnits } from '../../src/domain/vetting/text-units.ts';
import { isRead } from '../../src/model/embedded/vetting/read-application-texts.ts';
import { type RawUnit, rawUnit } from '../../src/model/embedded/vetting/unit-vector.ts';
import type { Phrase } from './read-phrases.ts';
import type { VettingCase } from './vetting-case.ts';

/** A stretch of text, ready to be weighed. */
export interface ExampleUnit {
  readonly text: string;
  readonly raw: RawUnit;
  readonly meaning: Float32Array;
}

/** An application, or a phrase that stands for one, with what its words say. */
export interface ReaderExample {
  readonly units: readonly ExampleUnit[];
  readonly flags: readonly ReadFlag[];
  /** A phrase says it itself; of an application nobody marked which words do. */
  readonly isPhrase: boolean;
  readonly thread: string;
  /** The labelled application; null for phrases. */
  readonly source: VettingCase | null;
}

export type Encode = (texts: readonly string[]) => Promise<readonly Float32Array[]>;

export async function readerExamples(
  cases: readonly VettingCase[],
  phrases: readonly Phrase[],
  encode: Encode,
): Promise<ReaderExample[]> {
  const bare = [
    ...phrases.map(({ text, language, flag }) => ({
      units: unitsOf({ id: 'phrase', language, bio: text }).slice(0, 1),
      flags: flag === null ? [] : [flag],
      isPhrase: true,
      thread: text,
      source: null,
    })),
    ...cases.map((source) => ({
      units: unitsOf(source.application),
      flags: source.labels.flags.flatMap((flag) => ReadFlag.safeParse(flag).data ?? []),
      isPhrase: false,
      thread: source.thread,
      source,
    })),
  ];
  const texts = bare.flatMap(({ units }) => units.map(({ text }) => text));
  const vectors = await encode(texts);
  let at = 0;
  return bare.map(({ units, ...rest }) => ({
    ...rest,
    units: units.map((unit) => {
      const meaning = vectors[at++];
      if (meaning === undefined) throw new Error('The encoder gave too few vectors.');
      return { text: unit.text, raw: rawUnit(unit), meaning };
    }),
  }));
}

function unitsOf(application: unknown): TextUnit[] {
  const read = readApplication(application);
  if ('error' in read) throw new Error(read.error.message);
  return textUnits(read.application).units.filter(isRead);
}
