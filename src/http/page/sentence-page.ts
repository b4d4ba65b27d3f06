import type { Request, Response } from 'express';

/** A page of one sentence, for people who arrive by a link. Only words of ours go in. */
export function sendSentencePage(response: Response, status: number, title: string, sentence: string): void {
  response
    .status(status)
    .setHeader('Content-Type', 'text/html; charset=utf-8')
    .setHeader('Cache-Control', 'no-store')
    .end(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
        `<title>${title} · Marginkeeper</title></head><body><main><h1>${title}</h1><p>${sentence}</p></main></body></html>\n`,
    );
}

/** Whether a browser fetches an address before anybody asked for it, which must not use up what works once. */
export function isBrowserLookingAhead(request: Request): boolean {
  return /prefetch|prerender|preview/i.test(
    `${request.get('sec-purpose') ?? ''} ${request.get('purpose') ?? ''}`,
  );
}
