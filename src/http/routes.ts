import type { HttpConfig } from './http-deps.ts';
import type { Route } from './route.ts';
import { applicationsRoute } from './routes/applications/list.ts';
import { applicationPictureRoute, boardPictureRoute } from './routes/applications/picture.ts';
import { applyFormRoute } from './routes/apply/form.ts';
import { applySendRoute } from './routes/apply/send.ts';
import { applyStyleRoute } from './routes/apply/style.ts';
import { auditRoute } from './routes/audit/list.ts';
import { chatRoute } from './routes/chat/ask.ts';
import { chatThreadRoute } from './routes/chat/find-thread.ts';
import { chatThreadsRoute } from './routes/chat/list-threads.ts';
import { connectionsRoute } from './routes/connections/list.ts';
import { readAgainRoute } from './routes/connections/read-again.ts';
import { setAsideCsvRoute, setAsideRoute } from './routes/connections/set-aside.ts';
import { pauseRoute } from './routes/control/pause.ts';
import { resumeRoute } from './routes/control/resume.ts';
import { addCouponSourceRoute } from './routes/coupons/add-source.ts';
import { leakRoute } from './routes/coupons/leak.ts';
import { leaksRoute } from './routes/coupons/leaks.ts';
import { removeCouponSourceRoute } from './routes/coupons/remove-source.ts';
import { sightingsRoute } from './routes/coupons/sightings.ts';
import { couponSourcesRoute } from './routes/coupons/sources.ts';
import { deliveriesRoute } from './routes/deliveries/list.ts';
import { fraudRoute } from './routes/fraud/latest.ts';
import { healthz } from './routes/health/healthz.ts';
import { metrics } from './routes/health/metrics.ts';
import { openapi } from './routes/health/openapi.ts';
import { readyz } from './routes/health/readyz.ts';
import { leakageCsvRoute, leakageRoute } from './routes/ledger/leakage.ts';
import { liabilityRoute } from './routes/ledger/liability.ts';
import { reconciliationRoute } from './routes/ledger/reconciliation.ts';
import { eventsRoute } from './routes/live/events.ts';
import { mailBoxesRoute } from './routes/mail/boxes.ts';
import { mailRoute } from './routes/mail/find.ts';
import { mailsRoute } from './routes/mail/list.ts';
import { takeMailRoute } from './routes/mail/take.ts';
import { unsubscribePageRoute, unsubscribeRoute } from './routes/mail/unsubscribe.ts';
import { assetsRoute } from './routes/page/assets.ts';
import { faviconRoute } from './routes/page/favicon.ts';
import { shellRoutes } from './routes/page/shell.ts';
import { partnerRoute } from './routes/partners/find.ts';
import { partnersRoute } from './routes/partners/list.ts';
import {
  statementCsvRoute,
  statementHtmlRoute,
  statementPdfRoute,
  statementRoute,
} from './routes/partners/statement.ts';
import { agreementRoute } from './routes/precedents/agreement.ts';
import { precedentsRoute } from './routes/precedents/of-proposal.ts';
import { policyRoute } from './routes/programme/policy.ts';
import { statusRoute } from './routes/programme/status.ts';
import { decideRoute } from './routes/proposals/decide.ts';
import { decideManyRoute } from './routes/proposals/decide-many.ts';
import { proposalRoute } from './routes/proposals/find.ts';
import { proposalLinesRoute } from './routes/proposals/lines.ts';
import { proposalsRoute } from './routes/proposals/list.ts';
import { resolveRoute } from './routes/proposals/resolve.ts';
import { undoRoute } from './routes/proposals/undo.ts';
import { runRoute } from './routes/runs/find.ts';
import { runsRoute } from './routes/runs/list.ts';
import { requestRunRoute } from './routes/runs/request.ts';
import { sessionRoute } from './routes/sign-in/session.ts';
import { signInRoute } from './routes/sign-in/sign-in.ts';
import { signOutRoute } from './routes/sign-in/sign-out.ts';
import { refersionWebhookRoute } from './routes/webhooks/refersion.ts';
import { shopifyWebhookRoute } from './routes/webhooks/shopify.ts';
import { wooWebhookRoute } from './routes/webhooks/woocommerce.ts';

/** Every address of the HTTP door. What does not stand here does not exist; `/openapi.json` lists the same. */
export function routes(config: HttpConfig): readonly Route[] {
  return [
    healthz,
    readyz,
    metrics(config),
    openapi,
    sessionRoute,
    signInRoute,
    signOutRoute,
    statusRoute,
    policyRoute,
    proposalsRoute,
    proposalRoute,
    proposalLinesRoute,
    precedentsRoute,
    agreementRoute,
    decideManyRoute,
    decideRoute,
    undoRoute,
    resolveRoute,
    requestRunRoute,
    runsRoute,
    runRoute,
    deliveriesRoute,
    connectionsRoute,
    setAsideRoute,
    setAsideCsvRoute,
    readAgainRoute,
    partnersRoute,
    partnerRoute,
    statementRoute,
    statementCsvRoute,
    statementHtmlRoute,
    statementPdfRoute,
    liabilityRoute,
    reconciliationRoute,
    leakageRoute,
    leakageCsvRoute,
    fraudRoute,
    auditRoute,
    pauseRoute,
    resumeRoute,
    applicationsRoute,
    couponSourcesRoute,
    addCouponSourceRoute,
    removeCouponSourceRoute,
    sightingsRoute,
    leaksRoute,
    leakRoute,
    applicationPictureRoute,
    boardPictureRoute,
    applyFormRoute,
    applySendRoute,
    applyStyleRoute,
    takeMailRoute,
    mailsRoute,
    mailBoxesRoute,
    mailRoute,
    unsubscribePageRoute,
    unsubscribeRoute,
    shopifyWebhookRoute,
    wooWebhookRoute,
    refersionWebhookRoute,
    chatRoute,
    chatThreadsRoute,
    chatThreadRoute,
    eventsRoute,
    ...shellRoutes,
    assetsRoute,
    faviconRoute,
  ];
}
