import { z } from 'zod';
import { defineTool } from '../define-tool.ts';
import { Proposed } from '../proposed.ts';
import { applicationArguments, applicationInput } from './case/application-input.ts';
import { openApplicationCase } from './case/open-application-case.ts';
import { letterOf, notCalledFor, putApplicationWish } from './case/put-application-wish.ts';

const KIND = 'application.decline';

export const proposeDecline = defineTool({
  name: 'applications_propose_decline',
  description:
    'Propose to turn an applicant down, with a letter. A person decides, or the policy where it lists the kind.',
  effect: 'proposes',
  exposure: { strangersText: false, privateData: true },
  input: z.strictObject(applicationInput),
  arguments: applicationArguments,
  output: Proposed,
  limits: { seconds: 60 },

  async run(input, context) {
    const applicationCase = await openApplicationCase(context, input.applicationId, input.asOf);
    const { plan, vetting } = applicationCase;
    if (plan.wish !== 'decline' && !input.isPersons) {
      return notCalledFor(KIND, 'Vetting does not call for declining this application.');
    }
    const automatic = plan.wish === 'decline' && plan.automatic && !input.isPersons;
    const reasons = [...vetting.flags];
    return putApplicationWish(
      { kind: KIND, ...letterOf(applicationCase, input, automatic), reasons },
      applicationCase,
      input,
      context,
    );
  },
});
