/** What one mail may cost. What goes over is cut and named in `troubles`; nothing here refuses a mail. */
export interface MailLimits {
  /** A larger mail is read by its beginning only. */
  readonly sizeBytes: number;
  /** What is read of a mail that is too large, or that took too long as a whole. */
  readonly beginningBytes: number;
  readonly parts: number;
  /** Multiparts inside multiparts. */
  readonly depth: number;
  readonly headerBytes: number;
  readonly headerLines: number;
  /** Of each text part, after decoding; later bytes are counted, not read. */
  readonly textPartBytes: number;
  /** Of all text parts together, and of the words of the HTML. */
  readonly textCharacters: number;
  /** Of the HTML parts together. */
  readonly htmlCharacters: number;
  /** Messages attached to messages: how deep, and how many at each depth. */
  readonly attachedDepth: number;
  readonly attachedMessages: number;
  readonly addresses: number;
  /** Of each attached picture that is kept; larger ones are listed only. */
  readonly pictureBytes: number;
  /** Of all kept pictures of one mail together. */
  readonly picturesBytes: number;
  /** For a mail as a whole, in its thread. */
  readonly wholeMilliseconds: number;
  /** For its beginning, tried when the whole was too much; both together stay below five seconds. */
  readonly beginningMilliseconds: number;
  /** Memory of the reading thread. */
  readonly megabytes: number;
}

export const MAIL_LIMITS: MailLimits = {
  sizeBytes: 50 * 1024 * 1024,
  beginningBytes: 256 * 1024,
  parts: 500,
  depth: 100,
  headerBytes: 256 * 1024,
  headerLines: 1_000,
  textPartBytes: 2 * 1024 * 1024,
  textCharacters: 500_000,
  htmlCharacters: 1_000_000,
  attachedDepth: 3,
  attachedMessages: 5,
  addresses: 200,
  pictureBytes: 5 * 1024 * 1024,
  picturesBytes: 15 * 1024 * 1024,
  wholeMilliseconds: 3_000,
  beginningMilliseconds: 1_000,
  megabytes: 512,
};
