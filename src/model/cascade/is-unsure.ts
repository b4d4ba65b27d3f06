import type { Triage } from '../../domain/inbox/triage.ts';

/** Whether the embedded engine sent a mail to a person only because it could not tell what it wants. */
export function isUnsure({ route, mustGoToHuman, injectionSuspected, intent }: Triage): boolean {
  return route === 'human' && !mustGoToHuman && !injectionSuspected && intent !== 'internal_forward';
}
