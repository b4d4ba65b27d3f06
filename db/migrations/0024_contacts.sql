-- A customer who is the partner: compared with every address that is known of a partner, and as people write addresses.

-- A customer id as it is compared: small letters, no spaces around; Gmail's dots and what follows a plus name nobody else.
create function customer_key(customer_id text) returns text language sql immutable parallel safe
return case when lower(btrim(customer_id)) ~ '@(gmail|googlemail)\.com$'
            then replace(split_part(split_part(lower(btrim(customer_id)), '@', 1), '+', 1), '.', '') || '@gmail.com'
            else lower(btrim(customer_id)) end;

-- Whether it is an address, or may be the SHA-256 or MD5 of one; of any other id nobody can say whose it is.
create function is_readable_customer(key text) returns boolean language sql immutable parallel safe
return position('@' in key) > 0 or (length(key) in (32, 64) and key ~ '^[0-9a-f]+$');

-- What of a partner a customer's key may be: the address as it is on file and as mail is delivered, and the hashes of each.
create or replace function partner_as_customer(email text) returns text[] language sql immutable
return case when position('@' in email) > 0 then (
         select array_agg(distinct form)
           from unnest(array[lower(btrim(email)), customer_key(email), regexp_replace(customer_key(email), '@gmail\.com$', '@googlemail.com')])
                as address
           cross join lateral unnest(array[address, encode(sha256(convert_to(address, 'UTF8')), 'hex'), md5(address)]) as form
       ) else '{}' end;

-- The addresses of partners: on file, of the application by which they came, and those they wrote to us from.
create view partner_contact as
select partner_id, email as address from partner where position('@' in email) > 0
union
select partner_id, email from application where partner_id is not null and status = 'accepted' and position('@' in email) > 0
union
select partner_id, lower(from_address) from mail
 where partner_id is not null and direction = 'in' and position('@' in from_address) > 0;

-- Ids that are compared otherwise than they are written.
create index order_line_by_customer_key on order_line (customer_key(customer_id))
 where position('@' in customer_id) > 0 or customer_id <> lower(customer_id);

create function reconciliation_orders_of_contact(email text) returns setof text language sql stable as $$
  select order_id from order_line where customer_id = any(partner_as_customer(email))
  union
  select order_id from order_line
   where (position('@' in customer_id) > 0 or customer_id <> lower(customer_id))
     and customer_key(customer_id) = any(partner_as_customer(email))
$$;

drop trigger reconciliation_marks_inserts on partner;
drop trigger reconciliation_marks_updates on partner;
do $$
declare
  source record;
begin
  for source in
    values
      ('partner', 'insert into reconciliation_dirty (kind, key)
         select distinct ''order'', o from %I p cross join lateral reconciliation_orders_of_contact(p.email) o where p.email is not null'),
      ('application', 'insert into reconciliation_dirty (kind, key)
         select distinct ''order'', o from %I a cross join lateral reconciliation_orders_of_contact(a.email) o
          where a.partner_id is not null and a.email is not null'),
      ('mail', 'insert into reconciliation_dirty (kind, key)
         select distinct ''order'', o from %I m cross join lateral reconciliation_orders_of_contact(m.from_address) o
          where m.partner_id is not null and m.direction = ''in''')
  loop
    execute format('create trigger reconciliation_marks_inserts after insert on %I referencing new table as changed
                    for each statement execute function reconciliation_mark(%L)', source.column1, source.column2);
    execute format('create trigger reconciliation_marks_updates after update on %I referencing old table as before new table as changed
                    for each statement execute function reconciliation_mark(%L)', source.column1, source.column2);
  end loop;
end $$;

-- Kept results were compared with one address only.
insert into reconciliation_dirty (kind) values ('everything');
