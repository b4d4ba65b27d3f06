import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive, processIdentity } from './process-identity.ts';

let count = 0;

/** Notes in `folder` that this process uses the server; gives the note's name. */
export async function addUser(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  count += 1;
  const name = `${processIdentity()}.${count}`;
  await writeFile(join(folder, name), '');
  return name;
}

/** Takes the note away; how many living users, this process's other notes included, remain. */
export async function removeUser(folder: string, name: string): Promise<number> {
  await rm(join(folder, name), { force: true });
  return livingUsers(folder);
}

/** Counts the notes of living processes and sweeps those of dead ones. */
export async function livingUsers(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  const dead = names.filter((name) => !isAlive(name));
  await Promise.all(dead.map((name) => rm(join(folder, name), { force: true })));
  return names.length - dead.length;
}
