import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Refusal } from '../../domain/errors.ts';
import type { Principal } from '../../domain/principal.ts';

const WINDOW_SECONDS = 60;

export interface RateLimit {
  /** @throws {Refusal} `rate_limited` with the seconds to wait. */
  take(by: Principal | null, address: string): Promise<void>;
}

/**
 * Counts requests in windows of a minute: by token or person, and by address for whoever shows neither.
 *
 * A wrong token counts by address, so guessing is slow; a right one never pays for its neighbours. The counts live in
 * this process: two processes let twice as many through.
 */
export function createRateLimit(requestsPerMinute: number): RateLimit {
  const limiter = new RateLimiterMemory({ points: requestsPerMinute, duration: WINDOW_SECONDS });
  return {
    async take(by, address) {
      try {
        await limiter.consume(by ? `${by.kind} ${by.name}` : `address ${address}`);
      } catch (thrown) {
        if (!(thrown instanceof RateLimiterRes)) throw thrown;
        const retryAfterSeconds = Math.max(1, Math.ceil(thrown.msBeforeNext / 1_000));
        throw new Refusal(
          'rate_limited',
          `More than ${requestsPerMinute} requests in a minute; go on in ${retryAfterSeconds} s.`,
          { retryAfterSeconds },
        );
      }
    },
  };
}
