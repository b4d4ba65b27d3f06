import type { LeakVerdict } from '../../domain/leaks/leak-facts.ts';

interface VerdictWords {
  readonly name: string;
  readonly tone: 'plain' | 'waiting' | 'lost' | 'won';
}

/** A verdict as people say it; the colour repeats how bad it is. */
export const VERDICT_WORDS: Readonly<Record<LeakVerdict, VerdictWords>> = {
  leak_by_owner: { name: 'leaked by its owner', tone: 'lost' },
  leak_by_customer: { name: 'leaked by a customer', tone: 'lost' },
  retired_still_shown: { name: 'over, still shown', tone: 'waiting' },
  unclear: { name: 'unclear who leaked it', tone: 'waiting' },
  public: { name: 'for everybody', tone: 'plain' },
  allowed: { name: 'allowed', tone: 'won' },
};
