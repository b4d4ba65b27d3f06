import { describe, expect, it } from 'vitest';
import { Refusal } from '../errors.ts';
import { RunError } from './run.ts';
import { toRunError } from './run-error.ts';

describe('toRunError', () => {
  it("keeps a refusal's code and sentence, without its facts", () => {
    expect(toRunError(new Refusal('partner_unknown', 'No such partner.', { partnerId: 'p1' }))).toEqual({
      code: 'partner_unknown',
      message: 'No such partner.',
    });
  });

  it('calls everything else unexpected, cuts it to what the history holds, and shows no stack', () => {
    const error = toRunError(new Error('x'.repeat(5_000)));
    expect(RunError.parse(error)).toEqual({ code: 'unexpected', message: 'x'.repeat(1_000) });
    expect(toRunError('gone')).toEqual({ code: 'unexpected', message: 'gone' });
  });
});
