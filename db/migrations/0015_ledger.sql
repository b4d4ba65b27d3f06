-- The ledger per order line, and what reconciliation last found: one row a commissioned line, one a placed return.
--
-- Whoever writes an order, a conversion or a refund leaves a mark in the same transaction (the triggers below do it). A
-- refresh takes marks away, reckons those orders again and books what differs, in one transaction: killed half way, it
-- has done nothing.

-- What the entry is about; both null when it is about no order line.
alter table ledger_entry add column order_id text;
alter table ledger_entry add column line_id text;
create index ledger_entry_by_order on ledger_entry (order_id) where order_id is not null;

-- Rows are never changed, so that a transaction that was at zero stays there as long as what is added to it is at zero. The
-- same check sees that each entry has its transaction, once a statement: a foreign key would look a million times.
alter table ledger_entry drop constraint ledger_entry_transaction_id_fkey;
create or replace function ledger_transaction_balances() returns trigger language plpgsql as $$
declare
  odd bigint;
begin
  select transaction_id into odd
    from inserted
   group by transaction_id, currency
  having sum(amount_micros) <> 0
   limit 1;
  if odd is not null then
    raise exception 'ledger transaction % does not sum to zero', odd using errcode = 'check_violation';
  end if;
  select i.transaction_id into odd
    from inserted i
    left join ledger_transaction t using (transaction_id)
   where t.transaction_id is null
   limit 1;
  if odd is not null then
    raise exception 'there is no ledger transaction %', odd using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;

-- What one unit of a currency was worth in another on a day. Amounts of two currencies are added by such a row or not at all.
create table fx_rate (
  from_currency text not null check (from_currency ~ '^[A-Z]{3}$'),
  to_currency text not null check (to_currency ~ '^[A-Z]{3}$'),
  day date not null,
  rate numeric not null check (rate > 0),
  source text not null,
  primary key (from_currency, to_currency, day)
);

-- What the stored result was reckoned for. One row, or none before the first refresh.
create table reconciliation_state (
  state_id smallint primary key default 1 check (state_id = 1),
  as_of timestamptz not null,
  -- Of everything in the policy (and of the product categories it names) that the result depends on.
  policy_hash text not null,
  -- Refreshes so far; part of the ledger's source keys.
  pass bigint not null
);

create table reconciliation_line (
  order_id text not null,
  line_id text not null,
  network text not null,
  conversion_id text not null,
  partner_id text not null,
  currency text not null,
  ordered_at timestamptz not null,
  lock_at timestamptz not null,
  quantity integer not null,
  -- Units that came back before the lock, and after it.
  returned_in_window bigint not null,
  returned_late bigint not null,
  earned_micros bigint not null,
  reversed_micros bigint not null,
  clawback_micros bigint not null,
  leaked_micros bigint not null,
  -- The same if returns naming no order belong to the customer's first purchase instead of the last.
  fifo_reversed_micros bigint not null,
  fifo_clawback_micros bigint not null,
  fifo_leaked_micros bigint not null,
  -- The account on which what is left stands.
  stands text not null check (stands in ('reserved', 'locked', 'paid', 'declined')),
  state text not null check (state in ('pending', 'locked', 'paid', 'reversed', 'clawed_back', 'leaked')),
  reason text not null,
  primary key (order_id, line_id)
);
create index reconciliation_line_to_lock on reconciliation_line (lock_at) where stands = 'reserved';
create index reconciliation_line_by_partner on reconciliation_line (partner_id, state);

-- Units of a credit note and the order line that they came off, commissioned or not.
create table reconciliation_note (
  refund_id text not null,
  refund_line_id text not null,
  order_id text not null,
  line_id text not null,
  refunded_at timestamptz not null,
  quantity bigint not null,
  -- Whether the refund named the order, or was matched to the customer's last purchase.
  matching text not null check (matching in ('named', 'lifo')),
  -- Null when the line earns no commission.
  kind text check (kind in ('reversed', 'clawback', 'leaked')),
  amount_micros bigint not null,
  primary key (order_id, line_id, refund_id, refund_line_id)
);
create index reconciliation_note_by_refund on reconciliation_note (refund_id, refund_line_id);

-- Marks have no key: writers never wait for one another.
create table reconciliation_dirty (
  kind text not null check (kind in ('order', 'customer', 'everything')),
  key text not null default '',
  -- Not before this as-of; null is at once.
  due_at timestamptz
);

create index refund_unnamed on refund (customer_id, sku) where order_id is null;
create index refund_by_time on refund (refunded_at);

-- Runs the statement it is given over the rows that a statement wrote (`changed`) and the rows as they were (`before`).
create function reconciliation_mark() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' then
    execute format(tg_argv[0], 'changed');
  end if;
  if tg_op <> 'INSERT' then
    execute format(tg_argv[0], 'before');
    if tg_nargs > 1 then
      execute format(tg_argv[1], 'before');
    end if;
  end if;
  return null;
end $$;

create function reconciliation_mark_everything() returns trigger language plpgsql as $$
begin
  insert into reconciliation_dirty (kind) values ('everything');
  return null;
end $$;

do $$
declare
  source record;
begin
  for source in
    values
      ('conversion', array['insert into reconciliation_dirty (kind, key)
                            select distinct ''order'', order_id from %I where order_id is not null']),
      -- An order that goes, or goes to another customer, leaves its customer's returns to other orders.
      ('order_line', array['insert into reconciliation_dirty (kind, key) select distinct ''order'', order_id from %I',
                           'insert into reconciliation_dirty (kind, key)
                            select distinct ''customer'', customer_id from %I where customer_id is not null']),
      ('refund', array['insert into reconciliation_dirty (kind, key)
                        select distinct case when order_id is null then ''customer'' else ''order'' end, coalesce(order_id, customer_id)
                          from %I where coalesce(order_id, customer_id) is not null'])
  loop
    execute format('create trigger reconciliation_marks_inserts after insert on %I referencing new table as changed
                    for each statement execute function reconciliation_mark(%L)', source.column1, source.column2[1]);
    execute format('create trigger reconciliation_marks_updates after update on %I referencing old table as before new table as changed
                    for each statement execute function reconciliation_mark(%L, %L)', source.column1, source.column2[1],
                   coalesce(source.column2[2], source.column2[1]));
    execute format('create trigger reconciliation_marks_deletes after delete on %I referencing old table as before
                    for each statement execute function reconciliation_mark(%L, %L)', source.column1, source.column2[1],
                   coalesce(source.column2[2], source.column2[1]));
    execute format('create trigger reconciliation_marks_truncates after truncate on %I
                    for each statement execute function reconciliation_mark_everything()', source.column1);
  end loop;
end $$;

-- Rows that came in before this table did are new to it.
insert into reconciliation_dirty (kind) values ('everything');

-- Matches returns that name no order to purchases of the same customer, SKU and currency, in time: to the last purchase that has
-- units left (lifo), and to the first (fifo). Reads the temporary table `staged_event`, one row a purchase or return; units that
-- find no purchase are left out. One pass, each purchase pushed and popped once.
create function match_unnamed_returns()
returns table (matching text, purchase_no bigint, refund_no bigint, quantity bigint) language plpgsql as $$
declare
  event record;
  numbers bigint[] := '{}';
  lefts bigint[] := '{}';
  -- The stack of lifo: places in `numbers`, and units left there.
  stack bigint[] := '{}';
  stack_lefts bigint[] := '{}';
  top integer := 0;
  head integer := 1;
  tail integer := 0;
  units bigint;
begin
  for event in
    select e.is_first, e.is_return, e.no, e.quantity
      from (
        select s.*, row_number() over (
                 partition by s.customer_id, s.sku, s.currency
                 order by s.at, s.is_return, s.document_id collate "C", length(s.line_id), s.line_id collate "C"
               ) = 1 as is_first,
               row_number() over (
                 order by s.customer_id, s.sku, s.currency,
                          s.at, s.is_return, s.document_id collate "C", length(s.line_id), s.line_id collate "C"
               ) as place
          from staged_event s
      ) e
     order by e.place
  loop
    if event.is_first then
      top := 0;
      head := 1;
      tail := 0;
    end if;
    if not event.is_return then
      tail := tail + 1;
      numbers[tail] := event.no;
      lefts[tail] := event.quantity;
      top := top + 1;
      stack[top] := event.no;
      stack_lefts[top] := event.quantity;
      continue;
    end if;
    refund_no := event.no;
    matching := 'lifo';
    units := event.quantity;
    while units > 0 and top > 0 loop
      purchase_no := stack[top];
      quantity := least(units, stack_lefts[top]);
      units := units - quantity;
      stack_lefts[top] := stack_lefts[top] - quantity;
      if stack_lefts[top] = 0 then
        top := top - 1;
      end if;
      return next;
    end loop;
    matching := 'fifo';
    units := event.quantity;
    while units > 0 and head <= tail loop
      purchase_no := numbers[head];
      quantity := least(units, lefts[head]);
      units := units - quantity;
      lefts[head] := lefts[head] - quantity;
      if lefts[head] = 0 then
        head := head + 1;
      end if;
      return next;
    end loop;
  end loop;
end $$;

do $$
begin
  if exists (select from pg_roles where rolname = 'marginkeeper_agent') then
    grant select on fx_rate, reconciliation_state, reconciliation_line, reconciliation_note, reconciliation_dirty
      to marginkeeper_agent;
  end if;
end $$;
