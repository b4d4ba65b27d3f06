import type { CaptureErrorCode } from '../../domain/web/capture-error.ts';

/** Why a page does not come. Stays inside this connector: it ends as the error of a capture. */
export class FetchFailed extends Error {
  override readonly name = 'FetchFailed';
  readonly code: CaptureErrorCode;

  constructor(code: CaptureErrorCode, sentence: string) {
    super(sentence);
    this.code = code;
  }
}
