import { Route, Switch } from 'wouter';
import { useLiveUpdates } from './api/use-live-updates.ts';
import { useSession } from './api/use-session.ts';
import { Frame } from './frame/frame.tsx';
import { FraudPage } from './pages/fraud-page.tsx';
import { NotYetPage } from './pages/not-yet-page.tsx';
import { PartnerPage } from './pages/partner-page.tsx';
import { PartnersPage } from './pages/partners-page.tsx';
import { ProposalPage } from './pages/proposal-page.tsx';
import { RunsPage } from './pages/runs-page.tsx';
import { SignInPage } from './pages/sign-in-page.tsx';
import { QueuePage } from './queue/queue-page.tsx';
import { Skeleton } from './ui/skeleton.tsx';
import { Trouble } from './ui/trouble.tsx';

const NOT_YET = {
  coupons: 'Coupons',
  commissions: 'Commissions',
  ledger: 'Ledger',
  reports: 'Reports',
  chat: 'Chat',
} as const;

export function App() {
  const session = useSession();
  const signedIn = session.data?.person != null;
  useLiveUpdates(signedIn);

  if (session.isPending) return <Skeleton lines={6} />;
  if (session.isError) {
    return (
      <Trouble
        what="Marginkeeper cannot be reached."
        error={session.error}
        retry={() => void session.refetch()}
      />
    );
  }
  if (!signedIn) return <SignInPage />;
  return (
    <Frame>
      <Switch>
        <Route path="/" component={QueuePage} />
        <Route path="/partners" component={PartnersPage} />
        <Route path="/partners/:id">{({ id }) => <PartnerPage id={decodeURIComponent(id)} />}</Route>
        <Route path="/proposals/:id">{({ id }) => <ProposalPage id={id} />}</Route>
        <Route path="/fraud" component={FraudPage} />
        <Route path="/runs/:id?" component={RunsPage} />
        {Object.entries(NOT_YET).map(([path, title]) => (
          <Route key={path} path={`/${path}`}>
            <NotYetPage title={title} />
          </Route>
        ))}
        <Route>
          <h1 className="p-6 text-lg font-semibold">There is no such page</h1>
        </Route>
      </Switch>
    </Frame>
  );
}
