import { expect, it } from 'vitest';
import { liveTurn, withEvent } from './live-turn.ts';

it('shows what is waited for until something comes', () => {
  const message = 'Waiting for the language model.';
  const waiting = withEvent(liveTurn('Hello'), { event: 'progress', data: { message } });
  expect(waiting.waiting).toBe(message);
  const answered = withEvent(waiting, { event: 'answer', data: { text: 'Hi', citations: [] } });
  expect([answered.waiting, answered.text]).toEqual([null, 'Hi']);
});
