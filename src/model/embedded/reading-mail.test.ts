import { describe, expect, it } from 'vitest';
import { plainMail } from '../../domain/inbox/testing/plain-mail.ts';
import { createEmbeddedEngine } from './create-embedded-engine.ts';
import { createInboxEngine } from './inbox/create-inbox-engine.ts';
import { SENTENCE_VECTOR_LENGTH } from './sentence-encoder.ts';

const context = {
  now: new Date('2026-11-22T10:00:00Z'),
  ownDomains: [],
  autoReplyIntents: [],
  partnerOf: () => null,
};

describe('the embedded engine, at mail and texts', () => {
  it('loads its parts at the first use, once, and tries again when that failed', async () => {
    let loads = 0;
    const engine = createEmbeddedEngine(() => {
      loads += 1;
      return loads === 1 ? Promise.reject(new Error('no such file')) : createInboxEngine();
    });
    expect(loads).toBe(0);
    await expect(engine.embed(['hello'])).rejects.toThrow('no such file');
    const [vectors, readings] = await Promise.all([
      engine.embed(['where is my commission', 'when do you pay me', 'a cat sat on a mat']),
      engine.readMails([plainMail({ text: 'When will my September commission be paid out?' })], context),
    ]);
    expect(loads).toBe(2);
    expect(vectors.map((vector) => vector.length)).toEqual(Array(3).fill(SENTENCE_VECTOR_LENGTH));
    const near = (a = 0, b = 0) =>
      vectors[a]?.reduce((sum, value, at) => sum + value * (vectors[b]?.[at] ?? 0), 0) ?? 0;
    expect(near(0, 1)).toBeGreaterThan(near(0, 2));
    expect(readings).toMatchObject([
      {
        triage: { intent: 'payment_question' },
        needsReview: false,
        madeBy: { engine: 'embedded@1', prompt: null },
      },
    ]);
  });

  it('has nothing to load for nothing', async () => {
    const engine = createEmbeddedEngine(() => Promise.reject(new Error('not needed')));
    expect(await engine.embed([])).toEqual([]);
    expect(await engine.readMails([], context)).toEqual([]);
  });
});
