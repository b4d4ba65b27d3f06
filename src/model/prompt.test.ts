import { describe, expect, it } from 'vitest';
import { parsePrompt } from './prompt.ts';

const TEXT = `---
version: 3
inputs: money NUM, name TEXT
---
Word it.

## hold

### title
Hold {{ money }}

### summary
Two

lines.

## warn

### title
Warn
`;

describe('parsePrompt', () => {
  it('reads version, inputs, instructions and the fields of each section', () => {
    expect(parsePrompt('fraud', TEXT)).toEqual({
      name: 'fraud',
      version: 3,
      inputs: { money: 'NUM', name: 'TEXT' },
      prose: [],
      instructions: 'Word it.',
      sections: { hold: { title: 'Hold {{ money }}', summary: 'Two\n\nlines.' }, warn: { title: 'Warn' } },
    });
  });

  it.each([
    ['letter', ['letter']],
    ['letter, note', ['letter', 'note']],
    ['all', ['letter', 'note']],
  ])('reads which sections are prose: %s', (line, prose) => {
    const text = `---\nversion: 1\nprose: ${line}\ninputs: money NUM\n---\nWord.\n\n## letter\n\n### body\nA\n\n## note\n\n### body\nB\n`;
    expect(parsePrompt('inbox', text).prose).toEqual(prose);
  });

  it('reads line ends of either kind', () => {
    expect(parsePrompt('fraud', TEXT.replaceAll('\n', '\r\n'))).toEqual(parsePrompt('fraud', TEXT));
  });

  it.each([
    ['without front matter', 'Word it.\n\n## hold\n\n### title\nHold'],
    ['without a version', TEXT.replace('version: 3', 'edition: 3')],
    ['with an input of no known class', TEXT.replace('money NUM', 'money')],
    ['without instructions', TEXT.replace('Word it.', '')],
    ['whose prose is a section that is not there', TEXT.replace('version: 3', 'version: 3\nprose: letter')],
    ['that lets a model word a card', TEXT.replace('version: 3', 'version: 3\nprose: warn')],
    ['with an empty field', TEXT.replace('\nWarn\n', '\n')],
  ])('stops at a prompt %s', (_name, text) => {
    expect(() => parsePrompt('fraud', text)).toThrow();
  });
});
