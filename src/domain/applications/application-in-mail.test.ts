import { describe, expect, it } from 'vitest';
import type { ParsedMail } from '../inbox/parsed-mail.ts';
import type { Triage } from '../inbox/triage.ts';
import { applicationInMail } from './application-in-mail.ts';

const triage = {
  intent: 'application',
  language: 'en',
  route: 'draft_for_approval',
  reasons: [],
} as unknown as Triage;
const mail = (text: string, more: Partial<ParsedMail> = {}): ParsedMail =>
  ({
    messageId: 'a@b',
    inReplyTo: null,
    references: [],
    date: null,
    from: { name: 'Maya Holt', address: 'maya@example.com' },
    replyTo: null,
    to: [],
    cc: [],
    subject: 'Partnership',
    text,
    htmlAsText: null,
    htmlLinks: [],
    headers: {},
    attachments: [],
    authentication: { spf: null, dkim: null, dmarc: null },
    isDeliveryReport: false,
    hasCalendar: false,
    troubles: [],
    sha256: 'a'.repeat(64),
    ...more,
  }) as ParsedMail;

describe('applicationInMail', () => {
  it.each([
    ['See https://www.instagram.com/maya.home/ for my tables.', 'instagram', 'maya.home'],
    ['My TikTok is https://tiktok.com/@mayacooks?lang=en', 'tiktok', 'mayacooks'],
    ['Videos: https://youtube.com/@mayaholt', 'youtube', 'mayaholt'],
    ['I am @maya.home on Instagram, write to maya@example.com.', 'instagram', 'maya.home'],
    ['My blog is https://www.small-rooms.example/about', 'blog', 'small-rooms.example'],
    ['I would like to join.', null, 'Maya Holt'],
  ])('reads where somebody publishes in “%s”', (text, platform, handle) => {
    expect(applicationInMail(mail(text), triage, [])).toMatchObject({
      platform,
      handle,
      email: 'maya@example.com',
    });
  });

  it('keeps followers as a claim, and pictures by their place', () => {
    const found = applicationInMail(mail('I have 24k followers on Instagram: @maya.home'), triage, [
      { partNo: 2, fileName: 'a.jpg' },
    ]);
    expect(found).toMatchObject({
      claimed: { followers: 24_000 },
      posts: [{ image: 'attachment:2' }],
    });
  });

  it('takes nothing for an application that a person has to see first', () => {
    for (const more of [
      { route: 'human' },
      { route: 'ignore' },
      { injectionSuspected: true, route: 'human' },
      { intent: 'pr_press' },
    ])
      expect(applicationInMail(mail('Hello'), { ...triage, ...more } as Triage, [])).toBeNull();
  });
});
