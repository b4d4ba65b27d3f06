import { describe, expect, it } from 'vitest';
import { Refusal } from '../../domain/errors.ts';
import { problemOf } from './problem-of.ts';

const withCode = (message: string, code: string, more: object = {}) =>
  Object.assign(new Error(message), { code, ...more });

describe('problemOf', () => {
  it('gives a refusal its own sentence, code and facts', () => {
    const refusal = new Refusal('proposal_already_decided', 'Ann has decided this already.', {
      decidedBy: 'Ann',
    });
    expect(problemOf(refusal, 'r1')).toEqual({
      type: 'urn:marginkeeper:problem:proposal_already_decided',
      title: 'Proposal already decided',
      status: 409,
      code: 'proposal_already_decided',
      detail: 'Ann has decided this already.',
      requestId: 'r1',
      decidedBy: 'Ann',
    });
  });

  it('lets no fact take the place of what the standard defines', () => {
    const refusal = new Refusal('input_invalid', 'No.', {
      status: 200,
      type: 'x',
      code: 'y',
      detail: 'z',
      requestId: 'q',
    });
    expect(problemOf(refusal, 'r1')).toMatchObject({
      status: 400,
      code: 'input_invalid',
      detail: 'No.',
      requestId: 'r1',
    });
  });

  it.each([
    withCode('connect ECONNREFUSED 10.0.0.1:5432', 'ECONNREFUSED', { syscall: 'connect' }),
    withCode('terminating connection due to administrator command', '57P01'),
    withCode('could not extend file', '53100'),
    new Error('Connection terminated unexpectedly'),
    new Error('timeout exceeded when trying to connect'),
    new AggregateError([withCode('connect', 'ECONNREFUSED', { syscall: 'connect' })]),
  ])('says of %s that the database is away, and no more', (error) => {
    const problem = problemOf(error, 'r1');
    expect(problem).toMatchObject({ status: 503, code: 'database_unreachable' });
    expect(JSON.stringify(problem)).not.toContain('10.0.0.1');
  });

  it.each([
    new Error('relation "x" does not exist at /srv/app.ts:3'),
    withCode('duplicate key', '23505'),
    withCode('no such file', 'ENOENT'),
    'a text',
    null,
  ])('says of anything else only that it happened: %s', (error) => {
    const problem = problemOf(error, 'r1');
    expect(problem).toMatchObject({ status: 500, code: 'internal_error' });
    expect(JSON.stringify(problem)).not.toMatch(/relation|duplicate|file|app\.ts/);
  });
});
