import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { CHAT_INTENTS, type ChatIntent } from '../../src/domain/chat/chat-intent.ts';

export interface ChatCase {
  /** Of its words alone, so that a new line moves no other. */
  readonly id: string;
  readonly intent: ChatIntent;
  /** ISO 639-1. */
  readonly language: string;
  readonly message: string;
}

const TEST_PERCENT = 20;

/** The labelled messages: a file for each intent, a line for each message, its language first. */
export function readChatCases(): ChatCase[] {
  return CHAT_INTENTS.flatMap((intent) =>
    readFileSync(new URL(`cases/${intent}.txt`, import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => {
        const [, language = '', message = ''] = /^([a-z]{2}) (.+)$/.exec(line) ?? [];
        if (message === '') throw new Error(`${intent}.txt: a line is a language and a message: ${line}`);
        return { id: idOf(`${intent} ${message}`), intent, language, message };
      }),
  );
}

/** `learn` makes the weights; `test` only ever measures. By the id alone. */
export function partOf({ id }: ChatCase): 'learn' | 'test' {
  return bucketOf(id, 100) < TEST_PERCENT ? 'test' : 'learn';
}

export const foldOf = ({ id }: ChatCase, folds: number): number => bucketOf(idOf(`fold ${id}`), folds);

export const casesSha256 = (cases: readonly ChatCase[]): string =>
  createHash('sha256')
    .update(cases.map(({ id }) => id).join('\n'))
    .digest('hex');

const idOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
const bucketOf = (id: string, buckets: number): number => Number.parseInt(id.slice(0, 8), 16) % buckets;
