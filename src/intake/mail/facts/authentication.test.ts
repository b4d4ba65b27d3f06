import { describe, expect, it } from 'vitest';
import { authenticationOf } from './authentication.ts';

const results = (value: string) => ({ name: 'authentication-results', value });
const received = { name: 'received', value: 'from a by b' };
const NOTHING = { spf: null, dkim: null, dmarc: null };

describe('authenticationOf', () => {
  it('reads what the receiving server found', () => {
    const line = results(
      'mx.shop.test; dkim=pass header.i=@x.test; spf=softfail (sender is spf=pass) smtp.mailfrom=x.test; dmarc=fail (p=REJECT)',
    );
    expect(authenticationOf([line, received])).toEqual({ spf: 'softfail', dkim: 'pass', dmarc: 'fail' });
  });

  it('does not believe a line that came with the mail', () => {
    expect(authenticationOf([received, results('mx.shop.test; dmarc=pass')])).toEqual(NOTHING);
  });

  it('takes the uppermost server over those before it', () => {
    const lines = [
      results('mx.shop.test; spf=fail'),
      results('mx.other.test; spf=pass; dmarc=pass'),
      received,
    ];
    expect(authenticationOf(lines)).toEqual({ ...NOTHING, spf: 'fail' });
  });

  it('counts one signature that holds among several', () => {
    expect(authenticationOf([results('mx; dkim=fail; dkim=pass')]).dkim).toBe('pass');
  });

  it('falls back on Received-SPF, and knows nothing by itself', () => {
    expect(authenticationOf([{ name: 'received-spf', value: 'Fail (x)' }, received]).spf).toBe('fail');
    expect(authenticationOf([])).toEqual(NOTHING);
    expect(authenticationOf([results('mx; spf=excellent')])).toEqual(NOTHING);
  });
});
