import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answerOf } from './ask.ts';

const answered = (status: number, body: string) =>
  ({ state: 'answered', status, headers: {}, body }) as const;
const Shape = z.object({ rows: z.array(z.string()) });

describe('answerOf', () => {
  it('keeps numbers as the text that stands there', () => {
    expect(answerOf('Fake', answered(200, '{"rows":[7.7810, 1e3]}'), Shape)).toEqual({
      rows: ['7.7810', '1e3'],
    });
  });

  it.each([
    [401, '', 'system_sign_in_refused'],
    [403, '', 'system_sign_in_refused'],
    [302, '', 'system_answer_unusable'],
    [404, '<h1>no\u0000</h1>', 'system_answer_unusable'],
    [200, '<html>', 'system_answer_unusable'],
    [200, '{"rows": {}}', 'system_answer_unusable'],
    [200, '{"rows": ["a"', 'system_answer_unusable'],
  ])('refuses status %i with %j', (status, body, code) => {
    expect(() => answerOf('Fake', answered(status, body), Shape)).toThrow(expect.objectContaining({ code }));
  });

  it('says when to come back', () => {
    const busy = {
      state: 'failed',
      reason: 'Fake takes no more calls for now.',
      retryAfterSeconds: 30,
    } as const;
    expect(() => answerOf('Fake', busy, Shape)).toThrow(
      expect.objectContaining({ code: 'system_busy', facts: { retryAfterSeconds: 30 } }),
    );
    const gone = {
      state: 'failed',
      reason: 'Fake: No connection (ENOTFOUND).',
      retryAfterSeconds: null,
    } as const;
    expect(() => answerOf('Fake', gone, Shape)).toThrow(
      expect.objectContaining({ code: 'system_unreachable' }),
    );
  });
});
