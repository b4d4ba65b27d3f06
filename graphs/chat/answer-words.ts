import type { Citation } from '../../src/domain/chat/chat-event.ts';
import type { MoneyJson } from '../../src/domain/money/micros.ts';
import { moneyWords } from '../../src/domain/money/money-words.ts';
import { visibleText } from '../../src/domain/text/visible-text.ts';

const LABEL_LENGTH_MAX = 80;

/** `12 orders`, `1 order`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

export const percentWords = (share: number | null): string =>
  share === null ? 'an unknown share' : `${(share * 100).toFixed(1)} %`;

export const dayWords = (iso: string): string => iso.slice(0, 10);
export const minuteWords = (iso: string): string => `${iso.slice(0, 16).replace('T', ' ')} UTC`;

/** Sums of one currency after the other: currencies are never added. */
export const moneyTogether = (amounts: readonly MoneyJson[]): string => amounts.map(moneyWords).join(' and ');

export const nameWords = (name: string): string => visibleText(name, LABEL_LENGTH_MAX);

export const citePartner = (id: string, name: string): Citation => ({
  kind: 'partner',
  id,
  label: nameWords(name),
  href: `/partners/${encodeURIComponent(id)}`,
});

export const citeProposal = (id: string, title: string): Citation => ({
  kind: 'proposal',
  id,
  label: visibleText(title, 120),
  href: `/proposals/${id}`,
});

export const citeRun = (id: string, workflow: string): Citation => ({
  kind: 'run',
  id,
  label: `Run of ${visibleText(workflow, 40)}`,
  href: `/runs/${id}`,
});

export const citeMail = (id: string, label: string): Citation => ({
  kind: 'mail',
  id,
  label: visibleText(label, 120),
  href: `/inbox/${id}`,
});

export const citePage = (href: string, label: string): Citation => ({ kind: 'page', id: href, label, href });
