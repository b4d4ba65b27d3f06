import { describe, expect, it } from 'vitest';
import { type Asked, HumanInterrupt, humanInterrupt } from './human-interrupt.ts';

const asked: Asked = {
  proposalId: '0f0f0f0f-0000-4000-8000-000000000001',
  kind: 'partner.warn',
  title: 'Write to the partner',
  summary: 'Fast orders.',
  shownHash: 'a'.repeat(64),
  effect: { kind: 'partner.warn', partnerId: 'p1', network: 'awin', subject: 'Hello', body: 'Dear partner' },
  partnerName: 'Deal\u202Ezone ![x](http://evil.example)',
};

describe('humanInterrupt', () => {
  it('carries what a decision has to bring back, and the fields a person may edit', () => {
    const { action_request: request, config } = HumanInterrupt.parse(humanInterrupt(asked, null));
    expect(request).toEqual({
      action: 'partner.warn',
      args: {
        proposalId: asked.proposalId,
        shownHash: asked.shownHash,
        subject: 'Hello',
        body: 'Dear partner',
      },
    });
    expect(config.allow_edit).toBe(true);
  });

  it('offers no edit where only code computes the fields', () => {
    expect(humanInterrupt({ ...asked, kind: 'commission.hold' }, null).config.allow_edit).toBe(false);
  });

  it("shows a stranger's name with marks, and never as a link or an image", () => {
    const { description } = humanInterrupt(asked, null);
    expect(description).toContain('⟨U\\+202E⟩');
    expect(description).not.toMatch(/(?<!\\)[![\]()<>:]/);
  });

  it('says why it asks again', () => {
    expect(humanInterrupt(asked, 'Nothing was decided').description).toMatch(/^Nothing was decided\n/);
  });
});
