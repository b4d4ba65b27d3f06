import { Page } from '../ui/page.tsx';

const SAYS: Readonly<Record<string, string>> = {
  Coupons:
    'This release does not watch coupon sites. Codes can be imported; nothing matches them against what sites show yet.',
  Commissions: 'This release changes no rates. Rates can be imported; nothing proposes to change them yet.',
};

/** A page whose workflow is not in this release says so, rather than pretending. */
export function NotYetPage({ title }: { title: string }) {
  return <Page title={title} says={SAYS[title]} />;
}
