/** Addresses of the page: each is answered with the same shell, which then decides what to show. */
export const PAGE_PATHS = [
  '/',
  '/overview',
  '/proposals/:id',
  '/partners',
  '/partners/:id',
  '/fraud',
  '/coupons',
  '/commissions',
  '/applications',
  '/inbox',
  '/inbox/:id',
  '/ledger',
  '/reports',
  '/runs',
  '/runs/:id',
  '/chat',
] as const;
