import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe('readConfig', () => {
  it('needs nothing: an embedded database, loopback, port 3000', () => {
    const config = readConfig({});
    expect(config.database.url).toBeNull();
    expect(config.http).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      rateLimitPerMinute: 600,
      metrics: 'public',
    });
  });

  it('treats an empty variable as unset', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' }).http.port).toBe(3000);
  });

  it('asks for a token before showing metrics on an address others can reach', () => {
    expect(readConfig({ HOST: '0.0.0.0' }).http.metrics).toBe('viewer');
  });

  it('opens for fetching nothing local but what is named with its port', () => {
    expect(readConfig({}).fetch.allow.size).toBe(0);
    const { allow } = readConfig({ MARGINKEEPER_FETCH_ALLOW: '127.0.0.1:8080, [::1]:9' }).fetch;
    expect([...allow]).toEqual(['127.0.0.1:8080', '::1:9']);
  });

  it.each([
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://x'],
    ['MARGINKEEPER_RATE_LIMIT', 'lots'],
    ['MARGINKEEPER_DEMO_DATE', 'yesterday'],
    ['MARGINKEEPER_FETCH_ALLOW', 'localhost'],
  ])('names %s when it cannot be used', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(name);
  });
});
