import { describe, expect, it } from 'vitest';
import { applyEdits } from './apply-edits.ts';
import { EDITABLE, EFFECT_KINDS, type Effect } from './effect.ts';

const warn: Effect = {
  kind: 'partner.warn',
  partnerId: 'p1',
  network: 'awin',
  subject: 'Hello',
  body: 'Dear partner',
};

describe('applyEdits', () => {
  it('changes the named words and nothing else', () => {
    expect(applyEdits(warn, { body: 'Dear Ada' })).toEqual({ ...warn, body: 'Dear Ada' });
    expect(warn.body).toBe('Dear partner');
  });

  it.each(['kind', 'partnerId', 'network', 'money', '__proto__x', 'constructor'])(
    'refuses to change %s',
    (field) => {
      expect(() => applyEdits(warn, { [field]: 'x' })).toThrow('edit_not_allowed');
    },
  );

  it('refuses what the schema refuses, and a change that changes nothing', () => {
    expect(() => applyEdits(warn, { subject: '' })).toThrow('input_invalid');
    expect(() => applyEdits(warn, { subject: 7 })).toThrow('input_invalid');
    expect(() => applyEdits(warn, { subject: null })).toThrow('input_invalid');
    expect(() => applyEdits(warn, { subject: 'Hello' })).toThrow('input_invalid');
  });

  it('knows no kind whose money or partner may be edited', () => {
    for (const kind of EFFECT_KINDS) {
      for (const field of ['kind', 'partnerId', 'network', 'money', 'lines', 'subId']) {
        expect(EDITABLE[kind]).not.toContain(field);
      }
    }
  });
});
