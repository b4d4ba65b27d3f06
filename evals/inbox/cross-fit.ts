import { classifyMail, type MailClass } from '../../src/model/embedded/inbox/classify-mail.ts';
import type { InboxLimits } from '../../src/model/embedded/inbox/inbox-weights.ts';
import { mailVector } from '../../src/model/embedded/inbox/mail-features.ts';
import type { Example } from './examples.ts';
import { fitWeights } from './fit-weights.ts';
import { foldOf } from './split.ts';

/** Limits that cut nothing off, for looking at raw chances. */
export const OPEN_LIMITS: InboxLimits = {
  temperature: 1,
  sureFrom: 0,
  alsoFrom: 1,
  humanFrom: 0,
  brandFrom: 0,
};

export interface CrossFitted {
  readonly example: Example;
  readonly found: MailClass;
}

/** What weights that never saw a mail's thread say of it, for every mail. */
export function crossFit(examples: readonly Example[], folds: number): CrossFitted[] {
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) =>
    leaveOut(examples, ({ mailCase }) => foldOf(mailCase, folds) === fold),
  );
}

/** What weights learnt from the rest say of some mails. */
export function leaveOut(
  examples: readonly Example[],
  isHeldOut: (example: Example) => boolean,
): CrossFitted[] {
  const weights = fitWeights(
    examples.filter((example) => !isHeldOut(example)),
    OPEN_LIMITS,
  );
  return examples.filter(isHeldOut).map((example) => ({
    example,
    found: classifyMail(mailVector(example.raw, example.vectors, weights.rarity), weights),
  }));
}
