-- A first reconciliation books millions of entries at once; what each of them costs is most of its time.

-- Nothing asks for it: an order's money is in `reconciliation_line` and `reconciliation_note`.
drop index ledger_entry_by_order;

-- The same as before, over the sums alone: there are fewer transactions than entries.
create or replace function ledger_transaction_balances() returns trigger language plpgsql as $$
declare
  odd record;
begin
  with summed as materialized (
    select transaction_id, currency, sum(amount_micros) as off from inserted group by transaction_id, currency
  )
  select s.transaction_id, s.off <> 0 as is_off into odd
    from summed s
   where s.off <> 0 or not exists (select from ledger_transaction t where t.transaction_id = s.transaction_id)
   order by s.off = 0
   limit 1;
  if odd.is_off then
    raise exception 'ledger transaction % does not sum to zero', odd.transaction_id using errcode = 'check_violation';
  elsif odd.transaction_id is not null then
    raise exception 'there is no ledger transaction %', odd.transaction_id using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;
