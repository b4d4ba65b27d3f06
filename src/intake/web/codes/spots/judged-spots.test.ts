import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { CodeJudge } from '../../../../domain/sightings/code-judge.ts';
import { readCodes } from '../read-codes.ts';

const NOBODY: CodeJudge = { isCode: () => 0.1, isOver: () => 0 };
const judge = (over: Partial<CodeJudge>): CodeJudge => ({ ...NOBODY, ...over });
const read = (body: string, by: CodeJudge | null): string[] =>
  readCodes(
    parseHTML(`<!doctype html><html lang="en"><head><title>Tea</title></head><body>${body}</body></html>`)
      .document,
    { url: null, language: 'en', asOf: new Date('2026-11-23') },
    by,
  ).map(({ code, retired }) => (retired ? `-${code}` : code));

const plain = '<p>Mention STEEPER to the team and they take 10% off.</p>';

describe('a judge of codes', () => {
  it('finds what no rule does, when enough speaks for it', () => {
    const sure = judge({ isCode: (signs) => (signs.includes('form A') ? 0.9 : 0.1) });
    expect(read(plain.replace('Mention', 'Whisper'), null)).toEqual([]);
    expect(read(plain.replace('Mention', 'Whisper'), sure)).toEqual(['STEEPER']);
  });

  it('drops what rules take for a code, when nothing else speaks for it', () => {
    const body = '<p>Use code STEEP10 for 10% off.</p>';
    expect(read(body, null)).toEqual(['STEEP10']);
    expect(read(body, NOBODY)).toEqual([]);
  });

  it('needs less where a rule agrees', () => {
    const doubtful = judge({ isCode: () => 0.4 });
    expect(read('<p>Use code STEEP10 for 10% off.</p>', doubtful)).toEqual(['STEEP10']);
    expect(read(plain.replace('Mention', 'Whisper'), doubtful)).toEqual([]);
  });

  it('needs less for a code that is known to be one of our own', () => {
    const { document } = parseHTML(
      `<!doctype html><html><body>${plain.replace('Mention', 'Whisper')}</body></html>`,
    );
    const doubtful = judge({ isCode: (signs) => (signs.includes('form A') ? 0.4 : 0) });
    const page = { url: null, language: 'en', isKnown: (code: string) => code === 'STEEPER' };
    expect(readCodes(document, page, doubtful).map(({ code }) => code)).toEqual(['STEEPER']);
    expect(readCodes(document, { ...page, isKnown: () => false }, doubtful)).toEqual([]);
  });

  it('finds nothing where nothing is offered, however sure it is', () => {
    const always = judge({ isCode: () => 1 });
    expect(read('<p>Call <code>FETCH_ROW</code> before CLOSE.</p>', always)).toEqual([]);
  });

  it('says of a code that it is over, and never that a past day is to come', () => {
    const body = '<p>Use code STEEP10 for 10% off until 3 November 2026.</p>';
    expect(read(body, judge({ isCode: () => 1, isOver: () => 0 }))).toEqual(['-STEEP10']);
    const open = '<p>Use code STEEP10 for 10% off, they say.</p>';
    expect(read(open, judge({ isCode: () => 1, isOver: () => 0.9 }))).toEqual(['-STEEP10']);
    expect(read(open, judge({ isCode: () => 1 }))).toEqual(['STEEP10']);
  });

  it('never makes a code live that nobody sees', () => {
    const body = '<!-- <p>Use code STEEP10 for 10% off.</p> --><p>Offers come and go.</p>';
    expect(read(body, judge({ isCode: () => 1 }))).toEqual(['-STEEP10']);
  });

  it('reads a hundred thousand words without looking twice at each', () => {
    const long = `<p>10% off ${'TEAPOT kettle '.repeat(50_000)}</p>`;
    expect(read(long, judge({ isCode: () => 0 }))).toEqual([]);
  });
});
