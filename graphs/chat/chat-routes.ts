import type { ChatIntent } from '../../src/domain/chat/chat-intent.ts';
import type { ChatRoute } from './chat-route.ts';
import { agreementRoute } from './routes/agreement.ts';
import { deliveriesRoute } from './routes/deliveries.ts';
import { helpRoute } from './routes/help.ts';
import { holdPartnerRoute } from './routes/hold-partner.ts';
import { lastRunRoute } from './routes/last-run.ts';
import { listLeaksRoute } from './routes/list-leaks.ts';
import { mailsWaitingRoute } from './routes/mails-waiting.ts';
import { needsModelRoute } from './routes/needs-model.ts';
import { partnerStatusRoute } from './routes/partner-status.ts';
import { partnerWhyRoute } from './routes/partner-why.ts';
import { pauseRoute } from './routes/pause.ts';
import { programmeStatusRoute } from './routes/programme-status.ts';
import { proposalExplainRoute } from './routes/proposal-explain.ts';
import { proposalsWaitingRoute } from './routes/proposals-waiting.ts';
import { resumeRoute } from './routes/resume.ts';

/** How each intent is answered. */
export const CHAT_ROUTES: Readonly<Record<ChatIntent, ChatRoute>> = {
  partner_status: partnerStatusRoute,
  partner_why: partnerWhyRoute,
  proposals_waiting: proposalsWaitingRoute,
  proposal_explain: proposalExplainRoute,
  list_leaks: listLeaksRoute,
  last_run: lastRunRoute,
  deliveries: deliveriesRoute,
  mails_waiting: mailsWaitingRoute,
  pause: pauseRoute,
  resume: resumeRoute,
  hold_partner: holdPartnerRoute,
  agreement: agreementRoute,
  programme_status: programmeStatusRoute,
  help: helpRoute,
  needs_model: needsModelRoute,
};
