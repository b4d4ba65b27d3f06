import { describe, expect, it } from 'vitest';
import { Refusal } from '../../domain/errors.ts';
import { isLostConnection } from './is-lost-connection.ts';

const coded = (code: string) => Object.assign(new Error('no'), { code });

describe('isLostConnection', () => {
  it.each([
    ['a refused connection', coded('ECONNREFUSED')],
    ['a reset one', coded('ECONNRESET')],
    ['a server that goes down', coded('57P01')],
    ['a server that comes up', coded('57P03')],
    ['a broken one', coded('08006')],
    ['too many connections', coded('53300')],
    ["the driver's own words", new Error('Connection terminated unexpectedly')],
    [
      'a client that broke before',
      new Error('Client has encountered a connection error and is not queryable'),
    ],
    ['a pool that is closing', new Error('Cannot use a pool after calling end on the pool')],
    ['one behind another error', new Error('the step failed', { cause: coded('57P02') })],
  ])('knows %s', (_name, error) => {
    expect(isLostConnection(error)).toBe(true);
  });

  it.each([
    ['a constraint', coded('23505')],
    ['a statement that took too long', coded('57014')],
    ['a refusal', new Refusal('tool_failed', 'It took too long.')],
    ['a plain mistake', new TypeError('x is not a function')],
    ['no error at all', 'ECONNRESET'],
  ])('does not take %s for one', (_name, error) => {
    expect(isLostConnection(error)).toBe(false);
  });
});
