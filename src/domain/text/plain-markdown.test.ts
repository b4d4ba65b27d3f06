import { describe, expect, it } from 'vitest';
import { plainMarkdown } from './plain-markdown.ts';

describe('plainMarkdown', () => {
  it('leaves no image, link, autolink or tag', () => {
    expect(plainMarkdown('![x](http://evil.example)')).toBe('\\!\\[x\\]\\(http\\:\\/\\/evil\\.example\\)');
    expect(plainMarkdown('<img src=x>')).toBe('\\<img src=x\\>');
  });

  it('leaves words alone', () => {
    expect(plainMarkdown('Dealzone')).toBe('Dealzone');
  });
});
