import { z } from 'zod';
import { defineTool } from '../define-tool.ts';
import { Proposed } from '../proposed.ts';
import { applicationArguments, applicationInput } from './case/application-input.ts';
import { openApplicationCase } from './case/open-application-case.ts';
import { letterOf, notCalledFor, putApplicationWish } from './case/put-application-wish.ts';

const KIND = 'application.ask';

export const proposeAsk = defineTool({
  name: 'applications_propose_ask',
  description:
    'Propose a letter that asks an applicant for what is missing. A person decides, or the policy where it lists the kind.',
  effect: 'proposes',
  exposure: { strangersText: false, privateData: true },
  input: z.strictObject(applicationInput),
  arguments: applicationArguments,
  output: Proposed,
  limits: { seconds: 60 },

  async run(input, context) {
    const applicationCase = await openApplicationCase(context, input.applicationId, input.asOf);
    const { plan } = applicationCase;
    if (plan.wish !== 'ask' && !input.isPersons) {
      return notCalledFor(KIND, 'Vetting misses nothing of this application.');
    }
    const automatic = plan.wish === 'ask' && plan.automatic && !input.isPersons;
    const missing = plan.missing.length === 0 ? (['figures'] as const) : plan.missing;
    return putApplicationWish(
      { kind: KIND, ...letterOf(applicationCase, input, automatic), missing: [...missing] },
      applicationCase,
      input,
      context,
    );
  },
});
