import { z } from 'zod';
import { defineTool } from '../define-tool.ts';
import { Proposed } from '../proposed.ts';
import { applicationArguments, applicationInput } from './case/application-input.ts';
import { openApplicationCase } from './case/open-application-case.ts';
import { letterOf, notCalledFor, putApplicationWish } from './case/put-application-wish.ts';

const KIND = 'application.accept';

export const proposeAccept = defineTool({
  name: 'applications_propose_accept',
  description:
    'Propose to take an applicant in, with a starting rate from comparable partners’ break-even and a letter. A person decides.',
  effect: 'proposes',
  exposure: { strangersText: false, privateData: true },
  input: z.strictObject(applicationInput),
  arguments: applicationArguments,
  output: Proposed,
  limits: { seconds: 60 },

  async run(input, context) {
    const applicationCase = await openApplicationCase(context, input.applicationId, input.asOf);
    const { plan, group, terms, code } = applicationCase;
    if (plan.wish !== 'accept' && !input.isPersons) {
      return notCalledFor(KIND, 'Vetting does not call for accepting this application.');
    }
    const automatic = plan.wish === 'accept' && plan.automatic && !input.isPersons;
    return putApplicationWish(
      { kind: KIND, ...letterOf(applicationCase, input, automatic), group, rateBps: terms.rateBps, code },
      applicationCase,
      input,
      context,
    );
  },
});
