-- Counts of what reconciliation found, kept beside the result: a refresh moves them by what it changed, nobody counts again.

-- One row a counted sale.
create table reconciliation_sale (
  order_id text primary key,
  partner_id text not null,
  customer_id text,
  -- Which checks could tell, one bit each; src/domain/reconciliation/sale-check-bits.ts names them.
  told smallint not null
);

create table reconciliation_tally (
  -- `exception`: of the kind `key`. `check`: sales that the check `key` could tell. `sale`: counted sales of the partner `key`;
  -- `readable`: those of them whose customer could be compared with an address.
  subject text not null check (subject in ('exception', 'check', 'sale', 'readable')),
  key text not null,
  count bigint not null,
  primary key (subject, key)
);

-- Customers with so many orders of one partner that they may be a large part of it.
create table reconciliation_customer (
  partner_id text not null,
  customer_id text not null,
  orders bigint not null,
  primary key (partner_id, customer_id)
);

-- The first few of each kind, in the order in which they are shown.
drop index reconciliation_exception_by_kind;
create index reconciliation_exception_by_kind on reconciliation_exception (kind, order_id, line_id, conversion_id, refund_id);

insert into reconciliation_tally (subject, key, count)
select 'exception', kind, count(*) from reconciliation_exception group by kind;
insert into reconciliation_dirty (kind) values ('everything');

do $$
begin
  if exists (select from pg_roles where rolname = 'marginkeeper_agent') then
    grant select on reconciliation_sale, reconciliation_tally, reconciliation_customer to marginkeeper_agent;
  end if;
end $$;

-- The same as before, without looking for a pattern in ids that are no addresses: these are asked of every sale.
create or replace function customer_key(customer_id text) returns text language sql immutable parallel safe
return case when position('@' in customer_id) > 0 and lower(btrim(customer_id)) ~ '@(gmail|googlemail)\.com$'
            then replace(split_part(split_part(lower(btrim(customer_id)), '@', 1), '+', 1), '.', '') || '@gmail.com'
            else lower(btrim(customer_id)) end;
create or replace function is_readable_customer(key text) returns boolean language sql immutable parallel safe
return position('@' in key) > 0 or (length(btrim(key)) in (32, 64) and lower(btrim(key)) ~ '^[0-9a-f]+$');
