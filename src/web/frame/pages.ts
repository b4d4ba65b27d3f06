/** The page's pages; `atThumb` stand in the bar of a narrow screen, the others behind "More". */
export const PAGES: readonly { readonly path: string; readonly name: string; readonly atThumb: boolean }[] = [
  { path: '/', name: 'Queue', atThumb: true },
  { path: '/inbox', name: 'Inbox', atThumb: true },
  { path: '/applications', name: 'Applications', atThumb: false },
  { path: '/partners', name: 'Partners', atThumb: true },
  { path: '/fraud', name: 'Fraud', atThumb: false },
  { path: '/coupons', name: 'Coupons', atThumb: false },
  { path: '/commissions', name: 'Commissions', atThumb: false },
  { path: '/ledger', name: 'Ledger', atThumb: false },
  { path: '/reports', name: 'Reports', atThumb: false },
  { path: '/runs', name: 'Runs', atThumb: true },
  { path: '/chat', name: 'Chat', atThumb: false },
];

export function isHere(path: string, location: string): boolean {
  return path === '/' ? location === '/' : location === path || location.startsWith(`${path}/`);
}
