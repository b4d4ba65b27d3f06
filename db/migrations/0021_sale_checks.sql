-- What a reconciliation found wrong, kept with its result, and the marks of what a sale is held against besides orders and refunds.

create table reconciliation_exception (
  kind text not null,
  order_id text,
  line_id text,
  partner_id text,
  network text,
  conversion_id text,
  refund_id text,
  -- Of a return that names no order.
  customer_id text,
  -- Units that found no purchase.
  quantity bigint,
  -- What it should be and what it is, where amounts are what differs.
  expected_micros bigint,
  found_micros bigint,
  currency text,
  -- What else the sentence needs: the other partner, the other type, days.
  detail text
);
create index reconciliation_exception_by_kind on reconciliation_exception (kind, order_id);
create index reconciliation_exception_by_order on reconciliation_exception (order_id);
create index reconciliation_exception_by_customer on reconciliation_exception (customer_id) where order_id is null;

create index order_line_by_time on order_line (ordered_at);
create index conversion_without_order on conversion (converted_at) where order_id is null;

-- `clicks`: the span of time, `from/until`, of clicks that came in.
alter table reconciliation_dirty drop constraint reconciliation_dirty_kind_check;
alter table reconciliation_dirty
  add constraint reconciliation_dirty_kind_check check (kind in ('order', 'customer', 'everything', 'clicks'));

-- What of a partner a customer id may be: the e-mail address, or its hash as shops write it.
create function partner_as_customer(email text) returns text[] language sql immutable
return case when btrim(email) <> '' then
         array[lower(btrim(email)), encode(sha256(convert_to(lower(btrim(email)), 'UTF8')), 'hex'), md5(lower(btrim(email)))]
       else '{}' end;

create trigger reconciliation_marks_inserts after insert on click referencing new table as changed
  for each statement execute function reconciliation_mark(
    'insert into reconciliation_dirty (kind, key)
     select ''clicks'', min(clicked_at)::text || ''/'' || max(clicked_at)::text from %I having count(*) > 0');

create trigger reconciliation_marks_inserts after insert on rate referencing new table as changed
  for each statement execute function reconciliation_mark(
    'insert into reconciliation_dirty (kind, key)
     select distinct ''order'', c.order_id
       from %I r
       join conversion c on c.partner_id = r.partner_id and c.converted_at >= r.starts_at
                        and (r.ends_at is null or c.converted_at < r.ends_at)
      where c.order_id is not null');
create trigger reconciliation_marks_deletes after delete on rate referencing old table as before
  for each statement execute function reconciliation_mark(
    'insert into reconciliation_dirty (kind, key)
     select distinct ''order'', c.order_id
       from %I r
       join conversion c on c.partner_id = r.partner_id and c.converted_at >= r.starts_at
                        and (r.ends_at is null or c.converted_at < r.ends_at)
      where c.order_id is not null');

-- A rate that ends marks what comes after its end only: that is every day's case.
create function reconciliation_mark_rates() returns trigger language plpgsql as $$
begin
  insert into reconciliation_dirty (kind, key)
  select distinct 'order', c.order_id
    from changed n
    join before b using (partner_id, sku_group, starts_at)
    join conversion c
      on c.partner_id = n.partner_id
     and c.converted_at >= case when n.rate_bps = b.rate_bps then least(n.ends_at, b.ends_at) else n.starts_at end
   where (n.rate_bps, n.ends_at) is distinct from (b.rate_bps, b.ends_at) and c.order_id is not null;
  return null;
end $$;
create trigger reconciliation_marks_updates after update on rate referencing old table as before new table as changed
  for each statement execute function reconciliation_mark_rates();

-- A code's owner is who its sales are held against.
do $$
declare
  sales constant text := 'insert into reconciliation_dirty (kind, key)
    with touched as (select upper(btrim(code)) as code from %1$I where owner_partner_id is not null)
    select ''order'', c.order_id
      from conversion c join touched on upper(btrim(c.code)) = touched.code
     where c.code is not null and c.order_id is not null
    union
    select ''order'', l.order_id from order_line l join touched on upper(btrim(l.code)) = touched.code where l.code is not null';
begin
  execute format('create trigger reconciliation_marks_inserts after insert on code referencing new table as changed
                  for each statement execute function reconciliation_mark(%L)', sales);
  execute format('create trigger reconciliation_marks_deletes after delete on code referencing old table as before
                  for each statement execute function reconciliation_mark(%L)', sales);
end $$;
create function reconciliation_mark_codes() returns trigger language plpgsql as $$
begin
  if not exists (
    select from changed n join before b using (code) where n.owner_partner_id is distinct from b.owner_partner_id
  ) then
    return null;
  end if;
  insert into reconciliation_dirty (kind, key)
  with touched as (
    select upper(btrim(code)) as code
      from changed n join before b using (code) where n.owner_partner_id is distinct from b.owner_partner_id
  )
  select 'order', c.order_id
    from conversion c join touched on upper(btrim(c.code)) = touched.code
   where c.code is not null and c.order_id is not null
  union
  select 'order', l.order_id from order_line l join touched on upper(btrim(l.code)) = touched.code where l.code is not null;
  return null;
end $$;
create trigger reconciliation_marks_updates after update on code referencing old table as before new table as changed
  for each statement execute function reconciliation_mark_codes();

do $$
declare
  bought constant text := 'insert into reconciliation_dirty (kind, key)
    select distinct ''order'', l.order_id
      from %I p join order_line l on l.customer_id = any(partner_as_customer(p.email)) where p.email is not null';
begin
  execute format('create trigger reconciliation_marks_inserts after insert on partner referencing new table as changed
                  for each statement execute function reconciliation_mark(%L)', bought);
  execute format('create trigger reconciliation_marks_updates after update on partner
                  referencing old table as before new table as changed
                  for each statement execute function reconciliation_mark(%L)', bought);
end $$;

-- Kept results were reckoned without all this.
insert into reconciliation_dirty (kind) values ('everything');

do $$
begin
  if exists (select from pg_roles where rolname = 'marginkeeper_agent') then
    grant select on reconciliation_exception to marginkeeper_agent;
  end if;
end $$;
