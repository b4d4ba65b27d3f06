-- Import: what must hold whoever writes the rows, kept by the database itself.

-- A conversion is one row whatever its month: its table is cut by converted_at, so its own key cannot say so. A network that
-- sends a conversion again with another time or partner changes the row.
create table conversion_key (
  network text not null,
  conversion_id text not null,
  partner_id text not null,
  converted_at timestamptz not null,
  primary key (network, conversion_id)
);
insert into conversion_key (network, conversion_id, partner_id, converted_at)
select network, conversion_id, partner_id, converted_at from conversion;

create function conversion_key_follow() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into conversion_key (network, conversion_id, partner_id, converted_at)
    select network, conversion_id, partner_id, converted_at from changed;
  elsif tg_op = 'DELETE' then
    delete from conversion_key using before
     where conversion_key.network = before.network and conversion_key.conversion_id = before.conversion_id;
  elsif tg_op = 'UPDATE' then
    delete from conversion_key using (
      select network, conversion_id, partner_id, converted_at from before
      except
      select network, conversion_id, partner_id, converted_at from changed
    ) gone
     where conversion_key.network = gone.network and conversion_key.conversion_id = gone.conversion_id;
    insert into conversion_key (network, conversion_id, partner_id, converted_at)
    select network, conversion_id, partner_id, converted_at from changed
    except
    select network, conversion_id, partner_id, converted_at from before;
  else
    truncate conversion_key;
  end if;
  return null;
end $$;
create trigger conversion_key_inserts after insert on conversion referencing new table as changed
  for each statement execute function conversion_key_follow();
create trigger conversion_key_updates after update on conversion referencing old table as before new table as changed
  for each statement execute function conversion_key_follow();
create trigger conversion_key_deletes after delete on conversion referencing old table as before
  for each statement execute function conversion_key_follow();
create trigger conversion_key_truncates after truncate on conversion
  for each statement execute function conversion_key_follow();

-- A customer's first order, known from all orders that ever came in. It only ever moves back: a shorter history
-- loaded later does not make an old customer new.
create function customer_first_order_follow() returns trigger language plpgsql as $$
begin
  insert into customer_first_order (customer_id, first_ordered_at)
  select customer_id, min(ordered_at) from changed where customer_id is not null group by customer_id order by customer_id
  on conflict (customer_id) do update set first_ordered_at = excluded.first_ordered_at
   where excluded.first_ordered_at < customer_first_order.first_ordered_at;
  return null;
end $$;
create trigger customer_first_order_inserts after insert on order_line referencing new table as changed
  for each statement execute function customer_first_order_follow();
create trigger customer_first_order_updates after update on order_line referencing new table as changed
  for each statement execute function customer_first_order_follow();

do $$
begin
  if exists (select from pg_roles where rolname = 'marginkeeper_agent') then
    grant select on conversion_key to marginkeeper_agent;
  end if;
end $$;
