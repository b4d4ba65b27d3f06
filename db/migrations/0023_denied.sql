-- Reconciliation takes the commission of denied conversions: what a decision took of a line is kept beside its returns.

alter table reconciliation_note drop constraint reconciliation_note_matching_check;
-- `decision`: no return; `refund_id` is the proposal that denied the commission, and no unit came off.
alter table reconciliation_note add constraint reconciliation_note_matching_check check (matching in ('named', 'lifo', 'decision'));

-- Whether an address is on a site, or on one below it.
create function is_on_site(address text, domain text) returns boolean language sql immutable parallel safe
return host_of(address) = domain or right(host_of(address), length(domain) + 1) = '.' || domain;

-- As before, with the moment from which each holds.
create or replace view commission_denied as
select c.partner_id, c.network, c.conversion_id, c.converted_at, r.proposal_id,
       case r.kind when 'retired' then 'retired_code' else 'not_the_owner' end as reason, r.since
  from conversion c
  join code_rule r on upper(btrim(c.code)) = upper(btrim(r.code)) and r.lifted_at is null and c.converted_at >= r.since
  left join code k on k.code = r.code
 where k.owner_partner_id is distinct from c.partner_id
union all
select c.partner_id, c.network, c.conversion_id, c.converted_at, b.proposal_id, 'blacklisted_site', b.since
  from site_blacklist b
  join conversion c on c.converted_at >= b.since
  left join partner p using (partner_id)
 where b.lifted_at is null
   and (is_on_site(p.website, b.domain)
        or exists (
          select from click k
           where k.partner_id = c.partner_id and k.click_id = c.click_id and is_on_site(k.referrer, b.domain)));

-- A decision about a code or a site, made, lifted or gone, touches the sales since then.
do $$
declare
  source record;
begin
  for source in
    values
      ('code_rule', 'insert into reconciliation_dirty (kind, key)
         select distinct ''order'', c.order_id
           from %I r
           join conversion c on upper(btrim(c.code)) = upper(btrim(r.code)) and c.converted_at >= r.since
          where c.order_id is not null'),
      ('site_blacklist', 'insert into reconciliation_dirty (kind, key)
         select distinct ''order'', c.order_id
           from %I b
           join conversion c on c.converted_at >= b.since
           left join partner p using (partner_id)
          where c.order_id is not null
            and (is_on_site(p.website, b.domain)
                 or exists (
                   select from click k
                    where k.partner_id = c.partner_id and k.click_id = c.click_id and is_on_site(k.referrer, b.domain)))')
  loop
    execute format('create trigger reconciliation_marks_inserts after insert on %I referencing new table as changed
                    for each statement execute function reconciliation_mark(%L)', source.column1, source.column2);
    execute format('create trigger reconciliation_marks_updates after update on %I referencing old table as before new table as changed
                    for each statement execute function reconciliation_mark(%L, %L)', source.column1, source.column2, source.column2);
    execute format('create trigger reconciliation_marks_deletes after delete on %I referencing old table as before
                    for each statement execute function reconciliation_mark(%L, %L)', source.column1, source.column2, source.column2);
  end loop;
end $$;

-- A partner whose website is, or was, a blacklisted one.
do $$
declare
  sales constant text := 'insert into reconciliation_dirty (kind, key)
    select distinct ''order'', c.order_id
      from site_blacklist b
      join %I p on is_on_site(p.website, b.domain)
      join conversion c on c.partner_id = p.partner_id and c.converted_at >= b.since
     where b.lifted_at is null and c.order_id is not null';
begin
  execute format('create trigger reconciliation_marks_sites_inserts after insert on partner referencing new table as changed
                  for each statement execute function reconciliation_mark(%L)', sales);
  execute format('create trigger reconciliation_marks_sites_updates after update on partner
                  referencing old table as before new table as changed
                  for each statement execute function reconciliation_mark(%L)', sales);
end $$;

-- Kept results were reckoned without it.
insert into reconciliation_dirty (kind)
select 'everything' where exists (select from code_rule) or exists (select from site_blacklist);
