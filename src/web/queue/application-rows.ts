import { ASKED_FACTS } from '../../domain/applications/asked-fact.ts';
import type { QueueCard } from '../api/queue-card.ts';
import { percent } from '../format/percent.ts';

type ApplicationEffect = Extract<QueueCard['effect'], { applicationId: string }>;

/** What an answer to an application brings about, beside its letter. */
export function applicationRows(effect: ApplicationEffect): (readonly [string, string])[] {
  const letter = [
    ['To', effect.to ?? 'no address is known, so nothing is sent'],
    ['Language', effect.language],
  ] as const;
  switch (effect.kind) {
    case 'application.accept':
      return [
        ['Becomes', `a pending partner, ${effect.group}`],
        [
          'Starting rate',
          effect.rateBps === null ? 'none: comparable partners bear no rate yet' : percent(effect.rateBps),
        ],
        ['Code to set up', effect.code ?? 'none'],
        ...letter,
      ];
    case 'application.decline':
      return [
        ['Because of', effect.reasons.map((flag) => flag.replaceAll('_', ' ')).join(', ') || 'your decision'],
        ...letter,
      ];
    case 'application.ask':
      return [['Asks for', effect.missing.map((fact) => ASKED_FACTS[fact]).join('; ')], ...letter];
    default:
      return effect satisfies never;
  }
}
