import { describe, expect, it } from 'vitest';
import { isReadingTool } from './is-reading-tool.ts';

describe('isReadingTool', () => {
  it.each(['list_transactions', 'getConversions', 'awin.transactions', 'search-orders'])(
    'lets %s be called',
    (name) => {
      expect(isReadingTool({ name })).toBe(true);
    },
  );

  it.each(['delete_transaction', 'approveTransactions', 'set-status', 'get_and_update', 'sendMail'])(
    'never calls %s, whatever its server says',
    (name) => {
      expect(isReadingTool({ name, annotations: { readOnlyHint: true } })).toBe(false);
    },
  );

  it('needs the server’s word for a name that says nothing, and believes a server that warns', () => {
    expect(isReadingTool({ name: 'ledger' })).toBe(false);
    expect(isReadingTool({ name: 'ledger', annotations: { readOnlyHint: true } })).toBe(true);
    expect(isReadingTool({ name: 'list_all', annotations: { readOnlyHint: false } })).toBe(false);
    expect(isReadingTool({ name: 'list_all', annotations: { destructiveHint: true } })).toBe(false);
  });
});
