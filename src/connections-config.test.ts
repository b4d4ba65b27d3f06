import { describe, expect, it } from 'vitest';
import { readConnections, variableName } from './connections-config.ts';
import { CONNECTABLE_SYSTEMS } from './connectors/connectable/read.ts';

const read = (system: string, environment: Record<string, string>) => {
  const connection = readConnections(environment, CONNECTABLE_SYSTEMS).find((each) => each.system === system);
  if (!connection) throw new Error(`${system} is no system`);
  return connection;
};

describe('readConnections', () => {
  it('finds nothing set up in an empty environment', () => {
    const states = readConnections({}, CONNECTABLE_SYSTEMS).map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(['absent']));
  });

  it('names a variable for every field, and which of them are secret', () => {
    expect(variableName('rakuten', 'siteId')).toBe('MARGINKEEPER_RAKUTEN_SITE_ID');
    expect(read('awin', {}).variables).toEqual([
      {
        name: 'MARGINKEEPER_AWIN_ADVERTISER_ID',
        field: 'advertiserId',
        isRequired: true,
        isSecret: false,
      },
      { name: 'MARGINKEEPER_AWIN_TOKEN', field: 'token', isRequired: true, isSecret: true },
      { name: 'MARGINKEEPER_AWIN_BASE_URL', field: 'baseUrl', isRequired: false, isSecret: false },
    ]);
  });

  it('gives the credentials in the shape of their system, JSON where they are no text', () => {
    const cj = read('cj', {
      MARGINKEEPER_CJ_COMPANY_ID: ' 12 ',
      MARGINKEEPER_CJ_ENTERPRISE_ID: '34',
      MARGINKEEPER_CJ_TOKEN: 'true',
      MARGINKEEPER_CJ_CURRENCY: 'GBP',
      MARGINKEEPER_CJ_OPEN_ENDED_LOCKING: 'true',
    });
    expect(cj).toMatchObject({
      state: 'ready',
      credentials: { companyId: '12', token: 'true', openEndedLocking: true },
    });
  });

  it('says which variables are missing, and takes an empty one for missing', () => {
    const environment = { MARGINKEEPER_AWIN_ADVERTISER_ID: '1', MARGINKEEPER_AWIN_TOKEN: '  ' };
    expect(read('awin', environment)).toMatchObject({
      state: 'incomplete',
      missing: ['MARGINKEEPER_AWIN_TOKEN'],
    });
  });

  it('names the variable that cannot be used, without what it holds', () => {
    const wrong = read('awin', {
      MARGINKEEPER_AWIN_ADVERTISER_ID: 'hush-hush',
      MARGINKEEPER_AWIN_TOKEN: 'x',
    });
    expect(wrong).toMatchObject({ state: 'wrong' });
    expect(JSON.stringify(wrong)).toContain('MARGINKEEPER_AWIN_ADVERTISER_ID cannot be used');
    expect(JSON.stringify(wrong)).not.toContain('hush-hush');
  });
});
