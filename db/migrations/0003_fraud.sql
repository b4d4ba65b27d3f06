-- Fraud sketches: sums per partner and UTC day that scoring reads instead of the rows, and the marks that keep them true.
--
-- Whoever writes a row that a sketch was computed from leaves a mark in the same transaction (the triggers below do it,
-- so importers, webhooks and the redirector need not know). A refresh takes marks away and computes those days again
-- in one transaction: killed half way, it has done nothing. Marks have no key: writers never wait for one another.

create table fraud_dirty (
  partner_id text not null,
  day date not null,
  -- What of the day is to be computed again.
  clicks boolean not null default true,
  conversions boolean not null default true,
  -- Whether a click of the day changed, so that conversions of other days that name it are to be computed again too.
  named_by boolean not null default true
);

-- Marks whose partner-days are not known while writing: rows that join them may be in flight in another transaction,
-- so they are looked up when the mark is taken, after its commit.
create table fraud_touched (
  kind text not null check (kind in ('visitor', 'order', 'click', 'code', 'partner', 'everything')),
  key text not null default '',
  -- For a visitor: first and last event touched.
  since timestamptz,
  until timestamptz
);

-- From the first to the last site event, as the sketches now stored saw it. One row, or none before the first refresh.
create table fraud_coverage (
  coverage_id smallint primary key default 1 check (coverage_id = 1),
  -- Both null: there were no site events.
  since timestamptz,
  until timestamptz,
  check ((since is null) = (until is null))
);

-- Columns as `src/domain/fraud/sketch.ts` defines them.
create table fraud_conversion_sketch (
  partner_id text not null,
  day date not null,
  network text not null,
  device text not null,
  customer_type text not null check (customer_type in ('new', 'returning', '')),
  currency text not null,
  conversions integer not null,
  timed integer not null,
  not_after_click integer not null,
  under_one_second integer not null,
  under_ten_seconds integer not null,
  fast integer not null,
  clicks_on_tens integer not null,
  clicks_on_fifteens integer not null,
  orders_on_tens integer not null,
  orders_on_fifteens integer not null,
  ttc_histogram integer[] not null,
  ttc_pairs bigint not null,
  ttc_equal_pairs bigint not null,
  cart_known integer not null,
  in_cart integer not null,
  cart_timed integer not null,
  in_cart_timed integer not null,
  fast_cart_known integer not null,
  fast_in_cart integer not null,
  coded integer not null,
  own_code integer not null,
  others_code integer not null,
  buyer_known integer not null,
  buyer_repeats integer not null,
  address_known integer not null,
  address_repeats integer not null,
  commission_micros bigint not null,
  fast_commission_micros bigint not null,
  in_cart_commission_micros bigint not null,
  fast_or_in_cart_commission_micros bigint not null,
  others_code_commission_micros bigint not null,
  -- A hash of the buyer of each conversion that has one, so that buyers can be told apart over many days.
  buyers bigint[] not null,
  -- Of the clicks with a known visitor: a coverage that grows over this span changes the cell.
  first_clicked_at timestamptz,
  last_clicked_at timestamptz,
  primary key (partner_id, day, network, device, customer_type, currency)
);

create table fraud_click_sketch (
  partner_id text not null,
  day date not null,
  clicks integer not null,
  visitor_known integer not null,
  visitor_repeats integer not null,
  engagement_known integer not null,
  engaged integer not null,
  referrer_given integer not null,
  referrer_compared integer not null,
  referrer_foreign integer not null,
  address_known integer not null,
  burst_clicks integer not null,
  minute_burst_clicks integer not null,
  agent_known integer not null,
  bot_agents integer not null,
  hours integer[] not null,
  primary key (partner_id, day)
);

-- One partner-day is read without its partner's or its month's other rows.
create index click_by_partner_time on click (partner_id, clicked_at);
create index conversion_by_partner_time on conversion (partner_id, converted_at);
create index conversion_by_code on conversion (upper(btrim(code))) where code is not null;
create index order_line_by_visitor on order_line (visitor_id) where visitor_id is not null;
create index site_event_by_time on site_event (occurred_at);

-- The host of an address for comparison: lower case, without scheme, user, `www.`, port and path. Null when there is none.
create function fraud_host(address text) returns text language sql immutable parallel safe
return substring(lower(address) from '^\s*(?:(?:[a-z][a-z0-9+.-]*:)?//)?(?:[^/?#@]*@)?(?:www\.)?([^/:?#\s]+)');

-- Runs the statement it is given over the rows that a statement wrote (`changed`) and the rows as they were (`before`).
create function fraud_mark() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' then
    execute format(tg_argv[0], 'changed');
  end if;
  if tg_op <> 'INSERT' then
    execute format(tg_argv[0], 'before');
  end if;
  return null;
end $$;

create function fraud_mark_everything() returns trigger language plpgsql as $$
begin
  insert into fraud_touched (kind) values ('everything');
  return null;
end $$;

do $$
declare
  source record;
begin
  for source in
    values
      ('click', 'insert into fraud_dirty (partner_id, day, conversions)
                 select distinct partner_id, (clicked_at at time zone ''UTC'')::date, false from %I'),
      ('conversion', 'insert into fraud_dirty (partner_id, day, clicks, named_by)
                      select distinct partner_id, (converted_at at time zone ''UTC'')::date, false, false from %I'),
      ('site_event', 'insert into fraud_touched (kind, key, since, until)
                      select ''visitor'', visitor_id, min(occurred_at), max(occurred_at) from %I group by visitor_id'),
      ('order_line', 'insert into fraud_touched (kind, key) select distinct ''order'', order_id from %I')
  loop
    execute format('create trigger fraud_marks_inserts after insert on %I referencing new table as changed
                    for each statement execute function fraud_mark(%L)', source.column1, source.column2);
    execute format('create trigger fraud_marks_updates after update on %I referencing old table as before new table as changed
                    for each statement execute function fraud_mark(%L)', source.column1, source.column2);
    execute format('create trigger fraud_marks_deletes after delete on %I referencing old table as before
                    for each statement execute function fraud_mark(%L)', source.column1, source.column2);
    execute format('create trigger fraud_marks_truncates after truncate on %I
                    for each statement execute function fraud_mark_everything()', source.column1);
  end loop;
end $$;

-- A click that is gone or was another one no longer leads to the conversions that named it.
create function fraud_mark_old_click() returns trigger language plpgsql as $$
begin
  insert into fraud_touched (kind, key) select distinct 'click', click_id from before;
  return null;
end $$;
create trigger fraud_marks_old_ids after update on click referencing old table as before
  for each statement execute function fraud_mark_old_click();
create trigger fraud_marks_deleted_ids after delete on click referencing old table as before
  for each statement execute function fraud_mark_old_click();

create function fraud_mark_key() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' then
    insert into fraud_touched (kind, key) values (tg_table_name, to_jsonb(new) ->> tg_argv[0]);
  end if;
  if tg_op <> 'INSERT' then
    insert into fraud_touched (kind, key) values (tg_table_name, to_jsonb(old) ->> tg_argv[0]);
  end if;
  return null;
end $$;
create trigger fraud_marks_sites after insert or delete or update of partner_id, website on partner
  for each row execute function fraud_mark_key('partner_id');
create trigger fraud_marks_owners after insert or delete or update of code, owner_partner_id on code
  for each row execute function fraud_mark_key('code');

do $$
begin
  if exists (select from pg_roles where rolname = 'marginkeeper_agent') then
    grant select on fraud_dirty, fraud_touched, fraud_coverage, fraud_conversion_sketch, fraud_click_sketch
      to marginkeeper_agent;
  end if;
end $$;
