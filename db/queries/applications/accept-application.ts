import type { Effect } from '../../../src/domain/proposals/effect.ts';
import type { Queryable } from '../../client.ts';

/**
 * Makes an applicant a partner, `pending` until its first step at the network, in the caller's transaction. Rate and code
 * are kept as what was agreed to start with; setting them up is the network's affair. Who came by a network has its id
 * there, under which its sales will come.
 */
export async function acceptApplication(
  db: Queryable,
  {
    proposalId,
    effect,
    at,
  }: {
    readonly proposalId: string;
    readonly effect: Extract<Effect, { kind: 'application.accept' }>;
    readonly at: Date;
  },
): Promise<void> {
  const { applicationId, group, rateBps, code } = effect;
  await db.query(
    `
    with taken as (
      insert into partner (partner_id, network, name, type, status, email, joined_at, extra)
      select case when a.source = 'impact' and a.applicant ->> 'network_partner_id' <> ''
                  then a.applicant ->> 'network_partner_id' else 'applicant-' || a.application_id end,
             case when a.source = 'impact' then 'impact' else 'direct' end,
             left(coalesce(nullif(a.applicant ->> 'handle', ''), a.external_id), 200),
             $2, 'pending', a.email, $3, $4
        from application a
       where a.application_id = $1
      on conflict (partner_id) do nothing
      returning partner_id
    )
    update application
       set status = 'accepted', partner_id = coalesce((select partner_id from taken), partner_id)
     where application_id = $1
    `,
    [
      applicationId,
      group,
      at,
      JSON.stringify({ applicationId, proposalId, startingRateBps: rateBps, suggestedCode: code }),
    ],
  );
}
