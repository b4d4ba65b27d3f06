-- What the gate, the executor and the outbox keep, and what the database itself refuses.

-- Binds where a proposal comes from, as shown_hash binds what is shown. Null never passes the gate.
alter table proposal add column origin_hash text check (origin_hash ~ '^[0-9a-f]{64}$');
-- The person or site behind a stranger's document, for the flood limits; null for feeds and files.
alter table proposal add column stranger text;
create index proposal_by_wish on proposal (dedupe_key, created_at desc);
create index proposal_by_document on proposal ((source ->> 'documentId'));
create index proposal_by_stranger on proposal (stranger, created_at) where stranger is not null;
create index proposal_by_run on proposal (run_id);
create index proposal_by_decided on proposal (decided_at) where money_micros is not null;
create index proposal_line_by_conversion on proposal_line (network, conversion_id);

-- A person may also send a stopped effect out again, or confirm that it did arrive.
alter table decision drop constraint decision_decision_check;
alter table decision add constraint decision_decision_check check (decision in
  ('approve', 'edit', 'reject', 'respond', 'snooze', 'undo', 'expire', 'supersede', 'retry', 'confirm'));

-- An approval that was undone leaves its row behind, cancelled; a new approval gets a new action.
alter table outbox drop constraint outbox_proposal_id_key;
create unique index outbox_one_live on outbox (proposal_id) where status <> 'cancelled';
create index outbox_by_proposal on outbox (proposal_id, created_at desc);
create index outbox_waiting on outbox (not_before) where status = 'waiting';
-- Set just before the call goes out, cleared when it clearly failed: while it is set, the effect may have happened.
alter table outbox add column call_started_at timestamptz;

create index audit_by_subject on audit (subject, seq);

-- The life of a proposal; src/domain/proposals/status.ts holds the same table, and a test compares them.
create function proposal_may_become(before text, after text) returns boolean language sql immutable as $$
  select after = any (case before
    when 'pending' then array['approved', 'rejected', 'expired', 'superseded', 'snoozed']
    when 'snoozed' then array['pending', 'approved', 'rejected', 'expired', 'superseded']
    when 'approved' then array['executed', 'pending', 'needs_person']
    when 'executed' then array['delivered', 'unknown', 'needs_person']
    when 'unknown' then array['delivered', 'needs_person']
    when 'needs_person' then array['rejected', 'delivered', 'executed']
    when 'rejected' then array['pending']
    else array[]::text[]
  end)
$$;

create function proposal_keeps_its_life() returns trigger language plpgsql as $$
begin
  if new.status <> old.status and not proposal_may_become(old.status, new.status) then
    raise exception 'a proposal that is % cannot become %', old.status, new.status using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger proposal_life before update of status on proposal
  for each row execute function proposal_keeps_its_life();

-- No effect without approval: enough different people, none of them the proposer, have approved exactly this text.
create function outbox_needs_approval() returns trigger language plpgsql as $$
declare
  wanted record;
  given integer;
begin
  select status, shown_hash, proposed_by, approvals_needed into wanted
    from proposal where proposal_id = new.proposal_id;
  select count(distinct lower(trim(decided_by))) into given
    from decision
   where proposal_id = new.proposal_id
     and decision in ('approve', 'edit')
     and shown_hash = wanted.shown_hash
     and lower(trim(decided_by)) <> lower(trim(wanted.proposed_by))
     and decision_id > coalesce(
       (select max(decision_id) from decision where proposal_id = new.proposal_id and decision = 'undo'), 0);
  if new.status <> 'waiting' or wanted.status <> 'approved' or given < wanted.approvals_needed then
    raise exception 'no effect without approval' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger outbox_approved before insert on outbox for each row execute function outbox_needs_approval();

-- One check a statement instead of one a row: a transaction's entries are inserted together.
drop trigger ledger_entry_balances on ledger_entry;
create or replace function ledger_transaction_balances() returns trigger language plpgsql as $$
declare
  odd bigint;
begin
  select e.transaction_id into odd
    from ledger_entry e
   where e.transaction_id in (select transaction_id from inserted)
   group by e.transaction_id, e.currency
  having sum(e.amount_micros) <> 0
   limit 1;
  if odd is not null then
    raise exception 'ledger transaction % does not sum to zero', odd using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger ledger_entry_balances after insert on ledger_entry
  referencing new table as inserted for each statement execute function ledger_transaction_balances();

-- A revision may follow a proposal that a person sent back: that one has left the queue already.
create or replace function proposal_supersede() returns trigger
  language plpgsql security definer set search_path from current as $$
begin
  if new.supersedes is null then
    return new;
  end if;
  update proposal set status = 'superseded', decided_at = new.created_at
   where proposal_id = new.supersedes and status in ('pending', 'snoozed') and dedupe_key = new.dedupe_key;
  if found then
    insert into decision (proposal_id, decided_by, by_kind, decision, shown_hash, decided_at)
    select proposal_id, new.proposed_by, 'system', 'supersede', shown_hash, new.created_at
      from proposal where proposal_id = new.supersedes;
  elsif not exists (
    select from proposal p join decision d using (proposal_id)
     where p.proposal_id = new.supersedes and p.status = 'superseded' and p.dedupe_key = new.dedupe_key
       and d.decision = 'respond'
  ) then
    raise exception 'proposal % can no longer be superseded', new.supersedes using errcode = 'check_violation';
  end if;
  return new;
end $$;

do $$
begin
  if exists (select from pg_roles where rolname = 'marginkeeper_agent') then
    grant select on outbox, receipt to marginkeeper_agent;
  end if;
end $$;

-- A feed of partners says "active" until the network has caught up; it must not undo what a person approved.
create function partner_stays_blocked() returns trigger language plpgsql as $$
begin
  if exists (
    select from partner_block
     where partner_id = new.partner_id and sub_id = '' and lifted_at is null
  ) then
    new.status := 'blocked';
  end if;
  return new;
end $$;
create trigger partner_blocked_stays before update of status on partner
  for each row when (old.status = 'blocked' and new.status in ('active', 'pending'))
  execute function partner_stays_blocked();
