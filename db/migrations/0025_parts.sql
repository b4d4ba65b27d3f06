-- A conversion may be corrected and clawed back again, as more of it comes back: each time for the difference.

-- A part of a commission, as reconciliation found it to take; parts add up. Otherwise the whole, once for each kind.
alter table commission_hold add column is_part boolean not null default false;
update commission_hold h
   set is_part = true
  from proposal p
 where p.proposal_id = h.proposal_id and (h.kind = 'correct' or (h.kind = 'clawback' and p.effect ->> 'basis' = 'returns'));

alter table commission_hold drop constraint commission_hold_pkey;
alter table commission_hold add constraint commission_hold_pkey primary key (network, conversion_id, kind, proposal_id);
create unique index commission_hold_whole on commission_hold (network, conversion_id, kind) where not is_part;

create index correction_line_by_transaction on correction_line (network, transaction_id);

-- Before: amount found, and taken already; after: the same of the other kind, of which too much may have been taken since.
create function left_to_take(found bigint, taken bigint, other_found bigint, other_taken bigint) returns bigint
language sql immutable parallel safe
return greatest(found - taken - greatest(other_taken - other_found, 0), 0);

-- What executed proposals of reconciliation took of a conversion so far, and what its network was told of it: before the first
-- correction that it took, and after the last. `but`: a proposal that is not counted, since it is the one that asks.
create function taken_of_conversion(of_network text, of_conversion text, but uuid)
returns table (
  -- Held, or clawed back as a whole: nothing is to be asked for.
  is_whole boolean,
  -- A correction was executed that the network has not taken yet.
  is_waiting boolean,
  corrected bigint,
  clawed_back bigint,
  told jsonb
) language sql stable as $$
  select coalesce(bool_or(h.kind = 'hold' or not h.is_part), false),
         coalesce(bool_or(h.kind = 'correct' and not coalesce(o.is_delivered, false)), false),
         coalesce(sum(h.amount_micros) filter (where h.kind = 'correct'), 0)::bigint,
         coalesce(sum(h.amount_micros) filter (where h.kind = 'clawback' and h.is_part), 0)::bigint,
         (
           select jsonb_build_object(
                    'before', (array_agg(l.correction -> 'before' order by d.delivered_at, d.created_at))[1],
                    'after', (array_agg(l.correction -> 'after' order by d.delivered_at desc, d.created_at desc))[1],
                    'returned', coalesce(jsonb_agg(l.correction -> 'returned'), '[]')
                  )
             from correction_line l
             join outbox d using (proposal_id)
            where l.network = of_network and l.transaction_id = of_conversion and d.status = 'delivered'
           having count(*) > 0
         )
    from commission_hold h
    left join lateral (
      select bool_or(status = 'delivered') as is_delivered from outbox where outbox.proposal_id = h.proposal_id
    ) o on true
   where h.network = of_network and h.conversion_id = of_conversion and h.proposal_id is distinct from but
$$;
