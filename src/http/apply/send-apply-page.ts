import type { Response } from 'express';

/** Sends a page for applicants; it holds what they entered, so nobody keeps a copy. */
export function sendApplyPage(response: Response, status: number, html: string): void {
  response
    .status(status)
    .setHeader('Content-Type', 'text/html; charset=utf-8')
    .setHeader('Cache-Control', 'no-store')
    .setHeader('Vary', 'Accept-Language')
    .end(html);
}
