import alarmTerms from './alarm-terms.json' with { type: 'json' };
import { countTerms, indexTerms, termWords } from './term-index.ts';

const INDEX = indexTerms([alarmTerms]);

/** What a person must look at, whatever else a mail says. */
export type Alarm = keyof typeof alarmTerms;

/** How often a text uses words of each alarm; our own word lists, in eleven languages. Alarms not named are left out. */
export function alarmsIn(text: string): ReadonlyMap<Alarm, number> {
  const counts = countTerms(INDEX, termWords(text));
  return new Map(
    INDEX.concepts.flatMap((name, at): [Alarm, number][] => {
      const times = counts[at] ?? 0;
      return times > 0 ? [[name as Alarm, times]] : [];
    }),
  );
}
