import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeResume } from './normalize-resume.ts';

const edited = { action: 'partner.warn', args: { subject: 'Hello' } };

describe('normalizeResume', () => {
  it.each([
    ['Agent Inbox, in its list', [{ type: 'accept', args: edited }]],
    ['Agent Inbox, alone', { type: 'accept', args: null }],
    ['langchain', { decisions: [{ type: 'approve' }] }],
    ['camel case, other letters', [{ type: 'Approve' }]],
  ])('reads an approval from %s', (_name, value) => {
    expect(normalizeResume(value)).toEqual({ decision: 'approve' });
  });

  it.each([
    ['Agent Inbox', [{ type: 'edit', args: edited }]],
    ['langchain', { decisions: [{ type: 'edit', edited_action: { name: 'x', args: edited.args } }] }],
    ['camel case', { decisions: [{ type: 'edit', editedAction: { name: 'x', args: edited.args } }] }],
  ])('reads edited fields from %s', (_name, value) => {
    expect(normalizeResume(value)).toEqual({ decision: 'edit', edits: { subject: 'Hello' } });
  });

  it.each([
    ['Agent Inbox', [{ type: 'response', args: ' Look again. ' }]],
    ['langchain', { decisions: [{ type: 'respond', message: 'Look again.' }] }],
  ])('reads a comment from %s', (_name, value) => {
    expect(normalizeResume(value)).toEqual({ decision: 'respond', comment: 'Look again.' });
  });

  it.each([
    ['Agent Inbox', [{ type: 'ignore', args: null }]],
    ['langchain', { decisions: [{ type: 'reject', message: 'no' }] }],
  ])('reads a refusal from %s', (_name, value) => {
    expect(normalizeResume(value)).toEqual({ decision: 'reject' });
  });

  it.each([
    ['nothing', null],
    ['an empty list', []],
    ['two answers at once', { decisions: [{ type: 'approve' }, { type: 'reject' }] }],
    ['a word', 'approve'],
    ['an unknown type', [{ type: 'execute', args: null }]],
    ['an empty comment', [{ type: 'response', args: '  ' }]],
    ['an edit without fields', [{ type: 'edit', args: 'subject' }]],
  ])('cannot use %s', (_name, value) => {
    expect(normalizeResume(value)).toHaveProperty('invalid');
  });

  it('takes nothing for an approval that does not say so, and never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const answer = normalizeResume(value);
        if ('decision' in answer && answer.decision === 'approve') {
          expect(JSON.stringify(value).toLowerCase()).toMatch(/"(accept|approve)"/);
        }
      }),
    );
  });
});
