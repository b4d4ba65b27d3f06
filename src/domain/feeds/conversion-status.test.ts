import { describe, expect, it } from 'vitest';
import { conversionStatus } from './conversion-status.ts';

describe('conversionStatus', () => {
  it.each([
    ['awin', 'Pending', 'pending'],
    ['awin', 'declined', 'reversed'],
    ['Awin', 'deleted', 'reversed'],
    ['cj', 'extended', 'pending'],
    ['cj', 'locked', 'approved'],
    ['impact', 'REVERSED', 'reversed-provisional'],
    ['partnerize', 'fraudulent', 'reversed'],
    ['refersion', 'UNQUALIFIED', 'reversed'],
    ['direct', 'paid', 'paid'],
    ['direct', 'Approved', 'approved'],
    ['impact', 'reversed', 'reversed'],
  ])('reads %s %s as %s', (network, raw, status) => {
    expect(conversionStatus(network, raw)).toBe(status);
  });

  it.each([
    ['awin', 'bonus'],
    ['nobody', 'declined'],
    ['awin', ''],
    ['constructor', 'toString'],
    ['awin', 'constructor'],
  ])('never takes the unknown word %s %j for pending', (network, raw) => {
    expect(conversionStatus(network, raw)).toBe('unknown');
  });
});
