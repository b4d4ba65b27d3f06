import { z } from 'zod';
import { CaptureError } from './capture-error.ts';

/** Plain bytes, wherever their memory is. */
const Bytes: z.ZodType<Uint8Array> = z.instanceof(Uint8Array);
const UrlText = z.string().max(8_000);

export const Redirect = z.strictObject({ from: UrlText, to: UrlText, status: z.int().min(300).max(399) });
export type Redirect = z.infer<typeof Redirect>;

/** What came when a page was asked for, or why nothing did. A page that fails is a capture too. */
export const Capture = z.strictObject({
  captureId: z.uuid(),
  /** As asked for. */
  url: UrlText,
  /** Where it came from in the end; as `url` when nothing came. */
  finalUrl: UrlText,
  fetchedAt: z.date(),
  /** `browser`: the bytes are the document as it stood after its scripts ran, in UTF-8. `disk`: a saved file. */
  how: z.enum(['http', 'browser', 'disk']),
  /** Why a browser was used, or was not. */
  howReason: z.string().max(500),
  /** Null when no answer came. */
  status: z.int().min(100).max(999).nullable(),
  /** Without parameters, in lower case; null when it was not said. */
  contentType: z.string().max(200).nullable(),
  /** As the header says it, in lower case; null when it does not. */
  charset: z.string().max(100).nullable(),
  /** The body, unpacked; empty when `error` says that there is none. */
  bytes: Bytes,
  /** Of `bytes`. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  etag: z.string().max(500).nullable(),
  lastModified: z.string().max(100).nullable(),
  redirects: z.array(Redirect).max(20),
  /** The site said that nothing changed, and the bytes are those of this earlier capture; null for bytes of its own. */
  sameAs: z.uuid().nullable(),
  /** Scripts that the page needs did not run, or not to their end: what is absent here may still be on the page. */
  isPartial: z.boolean(),
  /** A PNG; null unless it was asked for and could be taken. */
  screenshot: Bytes.nullable(),
  error: CaptureError.nullable(),
});
export type Capture = z.infer<typeof Capture>;
