import { z } from 'zod';

/** Every way a page can fail to come. The code is stable; the sentence beside it is for a person. */
export const CaptureErrorCode = z.enum([
  /** Not a URL that is ever fetched: another scheme, another port, a name and password in it. */
  'url_refused',
  /** Points into a private, local or reserved network. */
  'blocked_address',
  'robots_disallowed',
  /** The host's turn is further away than the policy waits. */
  'host_busy',
  /** No such name, no connection, a broken one, a certificate that does not hold. */
  'unreachable',
  'too_slow',
  'too_large',
  'too_many_redirects',
  /** Answered with a status other than 200 to 299; what came with it is kept. */
  'http_status',
  /** Something else than a page, such as a picture or a PDF. */
  'not_html',
  /** Compressed in a way that cannot be undone. */
  'unreadable',
  'browser_failed',
  /** The caller gave up. */
  'cancelled',
]);
export type CaptureErrorCode = z.infer<typeof CaptureErrorCode>;

export const CaptureError = z.strictObject({ code: CaptureErrorCode, message: z.string().min(1).max(1_000) });
export type CaptureError = z.infer<typeof CaptureError>;
