import type { MailHouse } from './mail-house.ts';
import { openCrow } from './open-crow.ts';
import { openDovecot } from './open-dovecot.ts';

/** Dovecot where `.ci/dovecot` started one, else a server from npm in this process. */
export const isDovecot = process.env.TEST_DOVECOT_USERS !== undefined;

export function openMailHouse(): Promise<MailHouse> {
  return isDovecot ? openDovecot() : openCrow();
}
