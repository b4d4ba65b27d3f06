import type { Response } from 'express';

/**
 * A page with one button, for somebody who wants no more mail. The form goes to the address it stands at; only words of
 * ours go in.
 */
export function sendUnsubscribePage(response: Response): void {
  response
    .status(200)
    .setHeader('Content-Type', 'text/html; charset=utf-8')
    .setHeader('Cache-Control', 'no-store')
    .setHeader('X-Robots-Tag', 'noindex')
    .end(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
        `<title>No more mail · Marginkeeper</title></head><body><main><h1>No more mail</h1>` +
        `<p>Press the button, and we write to this address no more.</p>` +
        `<form method="post"><button type="submit">Send me no more mail</button></form></main></body></html>\n`,
    );
}
