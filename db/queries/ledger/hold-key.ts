/** The ledger's source key of the money that an approval keeps back. */
export const holdKey = (actionId: string): string => `hold:${actionId}`;
