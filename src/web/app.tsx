import { Route, Switch } from 'wouter';
import { useLiveUpdates } from './api/use-live-updates.ts';
import { useSession } from './api/use-session.ts';
import { ApplicationsPage } from './applications/applications-page.tsx';
import { ChatPage } from './chat/chat-page.tsx';
import { ConnectionsPage } from './connections/connections-page.tsx';
import { CouponsPage } from './coupons/coupons-page.tsx';
import { LeakPage } from './coupons/leak-page.tsx';
import { Frame } from './frame/frame.tsx';
import { InboxPage } from './inbox/inbox-page.tsx';
import { MailPage } from './inbox/mail-page.tsx';
import { LedgerPage } from './ledger/ledger-page.tsx';
import { FraudPage } from './pages/fraud-page.tsx';
import { idInAddress } from './pages/id-in-address.ts';
import { NotYetPage } from './pages/not-yet-page.tsx';
import { PartnerPage } from './pages/partner-page.tsx';
import { PartnersPage } from './pages/partners-page.tsx';
import { ProposalPage } from './pages/proposal-page.tsx';
import { ReportsPage } from './pages/reports-page.tsx';
import { RunPage } from './pages/run-page.tsx';
import { RunsPage } from './pages/runs-page.tsx';
import { SignInPage } from './pages/sign-in-page.tsx';
import { DecisionsProvider } from './queue/decisions-provider.tsx';
import { QueuePage } from './queue/queue-page.tsx';
import { Page } from './ui/page.tsx';
import { Skeleton } from './ui/skeleton.tsx';
import { Trouble } from './ui/trouble.tsx';

const NOT_YET = {
  commissions: 'Commissions',
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
    <DecisionsProvider>
      <Frame>
        <Switch>
          <Route path="/" component={QueuePage} />
          <Route path="/partners" component={PartnersPage} />
          <Route path="/partners/:id">
            {() => <PartnerPage id={idInAddress(window.location.pathname)} />}
          </Route>
          <Route path="/proposals/:id">{({ id }) => <ProposalPage id={id} />}</Route>
          <Route path="/inbox" component={InboxPage} />
          <Route path="/inbox/:id">{({ id }) => <MailPage id={id} />}</Route>
          <Route path="/applications" component={ApplicationsPage} />
          <Route path="/coupons" component={CouponsPage} />
          <Route path="/coupons/:id">{({ id }) => <LeakPage id={id} />}</Route>
          <Route path="/ledger" component={LedgerPage} />
          <Route path="/connections" component={ConnectionsPage} />
          <Route path="/chat" component={ChatPage} />
          <Route path="/fraud" component={FraudPage} />
          <Route path="/reports" component={ReportsPage} />
          <Route path="/runs" component={RunsPage} />
          <Route path="/runs/:id">{({ id }) => <RunPage id={id} />}</Route>
          {Object.entries(NOT_YET).map(([path, title]) => (
            <Route key={path} path={`/${path}`}>
              <NotYetPage title={title} />
            </Route>
          ))}
          <Route>
            <Page title="There is no such page" />
          </Route>
        </Switch>
      </Frame>
    </DecisionsProvider>
  );
}
