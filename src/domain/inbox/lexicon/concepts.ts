import alarmTerms from './alarm-terms.json' with { type: 'json' };
import personTerms from './person-terms.json' with { type: 'json' };
import programmeTerms from './programme-terms.json' with { type: 'json' };
import { indexTerms } from './term-index.ts';
import trafficTerms from './traffic-terms.json' with { type: 'json' };

/**
 * What mails to an affiliate manager speak of, in eight languages; our own word lists.
 *
 * One concept has one number whatever the language, so what is learnt from English mail holds for the others.
 */
export const CONCEPTS = indexTerms([programmeTerms, personTerms, trafficTerms, alarmTerms]);
