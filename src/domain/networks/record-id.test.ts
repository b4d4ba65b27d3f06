import { describe, expect, it } from 'vitest';
import { recordId } from './record-id.ts';

describe('recordId', () => {
  it.each([
    ['awin', { id: '5004' }, '5004'],
    ['awin', { id: 5004 }, '5004'],
    ['cj', { records: [{ originalActionId: '9' }, { originalActionId: '9' }] }, '9'],
    ['partnerize', { conversion_data: { conversion_id: 'c1' } }, 'c1'],
    ['awin', { id: { nested: true } }, null],
    ['awin', { id: 'x'.repeat(201) }, null],
    ['awin', { value: 'no record' }, null],
    ['elsewhere', { id: '1' }, null],
  ])('of %s reads %j as %s', (network, raw, id) => {
    expect(recordId(network, raw)).toBe(id);
  });
});
