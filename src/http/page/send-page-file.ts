import type { Response } from 'express';
import { Refusal } from '../../domain/errors.ts';

/**
 * Sends one file of the built page.
 *
 * @param file - a bare name inside `folder`; anything that could lead elsewhere is unknown.
 * @param cacheControl - how long browsers may keep it.
 * @throws {Refusal} `route_unknown` when there is no such file.
 */
export async function sendPageFile(
  response: Response,
  {
    folder,
    file,
    cacheControl,
  }: { readonly folder: string; readonly file: string; readonly cacheControl: string },
): Promise<void> {
  if (!/^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+$/.test(file)) throw unknownFile();
  await new Promise<void>((resolve, reject) => {
    const headers = { 'Cache-Control': cacheControl };
    response.sendFile(file, { root: folder, dotfiles: 'deny', cacheControl: false, headers }, (error) => {
      // A browser that went away in the middle is nobody's mistake.
      if (!error || ('code' in error && error.code === 'ECONNABORTED')) return resolve();
      reject('status' in error && error.status === 404 ? unknownFile() : error);
    });
  });
}

function unknownFile(): Refusal {
  return new Refusal('route_unknown', 'There is no such file.');
}
