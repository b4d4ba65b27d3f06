-- A conversation has one answer to decide on: a reply to a newer mail takes the place of one that waits for the same
-- address. The agents' role only inserts, so the trigger does it with the owner's rights.
create function reply_supersedes_older() returns trigger
  language plpgsql security definer set search_path from current as $$
begin
  with superseded as (
    update proposal older
       set status = 'superseded', decided_at = new.created_at, snoozed_until = null
      from mail answered, mail earlier
     where answered.mail_id = (new.effect ->> 'mailId')::uuid
       and earlier.thread_id = answered.thread_id
       and (coalesce(earlier.sent_at, earlier.received_at), earlier.mail_id)
         < (coalesce(answered.sent_at, answered.received_at), answered.mail_id)
       and older.kind = 'mail.reply'
       and older.effect ->> 'mailId' = earlier.mail_id::text
       and lower(older.effect ->> 'to') = lower(new.effect ->> 'to')
       and older.status in ('pending', 'snoozed')
    returning older.proposal_id, older.shown_hash, earlier.mail_id
  ), decided as (
    insert into decision (proposal_id, decided_by, by_kind, decision, shown_hash, comment, decided_at)
    select proposal_id, new.proposed_by, 'system', 'supersede', shown_hash,
           'A newer mail of this conversation came; its answer takes the place of this one.', new.created_at
      from superseded
  )
  update mail set status = 'handled'
    from superseded
   where mail.mail_id = superseded.mail_id and mail.status in ('new', 'working', 'triaged', 'needs_review');
  return null;
end $$;
create trigger reply_supersedes after insert on proposal
  for each row when (new.kind = 'mail.reply') execute function reply_supersedes_older();
