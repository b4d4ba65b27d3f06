import { expect, it } from 'vitest';
import { INTENTS } from '../../src/domain/inbox/intent.ts';
import { INTENTS as LABELS } from './mail-case.ts';

it('knows the intents that the labelled mails know, in their order', () => {
  expect(INTENTS).toEqual(LABELS);
});
