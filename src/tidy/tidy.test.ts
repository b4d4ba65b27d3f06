/**
 * Checks on the code itself: what review would otherwise have to remember.
 *
 * Method: read every source file as text, or import it, and compare with one table of rules.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDERS = ['src', 'db', 'tools', 'agents', 'graphs', 'evals'];
const LINES_MAX = 250;

const BANS: readonly { pattern: RegExp; where: RegExp; instead: string }[] = [
  {
    pattern: /process\.env\b/,
    where:
      /^(?!src\/main\.ts|src\/composition\/studio\.ts|src\/connectors\/browser\/|evals\/|.*\.test\.tsx?$|.*\/testing\/)/,
    instead: 'a field of Config, passed in',
  },
  {
    pattern: /new Date\(\)|Date\.now\(\)|Math\.random\(\)/,
    where: /^src\/domain\/(?!.*\.test\.ts$)/,
    instead: 'an argument',
  },
  { pattern: /Math\.random\(\)/, where: /^db\/demo\//, instead: 'the seeded generator' },
  { pattern: /\bconsole\./, where: /^(?!src\/cli\/|evals\/|db\/demo\/extract)/, instead: 'the logger' },
  {
    pattern: /\bas any\b|: any(?=[;,)=\]>|[]| =)|@ts-ignore|@ts-expect-error/,
    where: /./,
    instead: 'a schema, or unknown',
  },
  { pattern: /\b(?:TO[D]O|FIX[M]E|XX[X])\b/, where: /./, instead: 'finishing it' },
  { pattern: /\b(?:it|test|describe)\.(?:skip|only|todo)\b/, where: /./, instead: 'a test that runs' },
  {
    pattern: /catch(?:\s*\([^)]*\))?\s*\{\s*\}/,
    where: /./,
    instead: 'an action, or a comment that says why none is needed',
  },
  { pattern: /dangerouslySetInnerHTML|\.innerHTML\b/, where: /^src\/web\//, instead: 'text' },
];
/** Read where strangers' mail is, in src/model/quarantine; no agent sees it. */
const PROMPTS_OF_ENGINES = ['compare-look.md', 'read-mail.md'];
const NAMES_BANNED = /^(?:utils?|helpers?|common|shared|service|manager|misc)\.tsx?$/;

const sources = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
).filter((file) => /\.tsx?$/.test(file) && !file.includes('/dist/') && !file.endsWith('tidy.test.ts'));

describe('tidy', () => {
  it('reads the whole project', () => {
    expect(sources.length).toBeGreaterThan(150);
  });

  it.each(sources)('%s', (file) => {
    const text = readFileSync(file, 'utf8');
    for (const ban of BANS) {
      if (ban.where.test(file)) expect(text, `${file}: use ${ban.instead}`).not.toMatch(ban.pattern);
    }
    expect(text.split('\n').length, `${file}: lines`).toBeLessThanOrEqual(LINES_MAX);
    expect(basename(file), 'name the thing').not.toMatch(NAMES_BANNED);
    expect(
      basename(file).replace(/\.(?:db\.|page\.)?test\.tsx?$|\.tsx?$|\.d\.ts$/, ''),
      'kebab-case',
    ).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z]+)?$/);
  });

  // A folder below a subject's, such as tools/fraud/case, holds what several of its tools are made of.
  it.each(sources.filter((file) => /^tools\/[^/]+\/[^/]+$/.test(file) && !file.endsWith('.test.ts')))(
    '%s exports one tool, named after its path',
    async (file) => {
      const exported = Object.values(await import(/* @vite-ignore */ `../../${file}`)) as { name?: string }[];
      const expected = file.replace('tools/', '').replace('.ts', '').replaceAll(/[/-]/g, '_');
      expect(exported.map((tool) => tool.name)).toEqual([expected]);
    },
  );

  it('has one prompt for each agent and each engine that needs one, and no other prompts', () => {
    const agents = readdirSync('agents').filter((file) => !/^define-|capabilities|[.]test[.]ts$/.test(file));
    const prompts = [...agents.map((file) => file.replace('.ts', '.md')), ...PROMPTS_OF_ENGINES];
    expect(
      readdirSync('prompts')
        .filter((file) => file.endsWith('.md'))
        .sort(),
    ).toEqual(prompts.sort());
  });

  it('keeps SQL keywords in lower case', () => {
    const loud = sources.filter(
      (file) =>
        file.startsWith('db/queries/') &&
        /\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM)\b/.test(readFileSync(file, 'utf8')),
    );
    expect(loud).toEqual([]);
  });
});
