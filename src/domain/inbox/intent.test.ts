import { expect, it } from 'vitest';
import { INTENTS as LABELS } from '../../../evals/inbox/mail-case.ts';
import { INTENTS } from './intent.ts';

it('knows the intents that the labelled mails know, in their order', () => {
  expect(INTENTS).toEqual(LABELS);
});
