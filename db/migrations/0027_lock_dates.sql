-- When a network locks a sale, as its own record says; null where it says nothing that can be read.
create function network_lock_at(network text, extra jsonb) returns timestamptz language plpgsql stable as $$
declare
  said text;
begin
  said := case network
    when 'impact' then (extra ->> 'impact')::jsonb ->> 'LockingDate'
    when 'cj' then (extra ->> 'cj')::jsonb ->> 'lockingDate'
  end;
  if said !~ '^\d{4}-\d{2}-\d{2}' then
    return null;
  end if;
  return said::timestamptz;
exception when others then
  -- A record of a file may hold anything.
  return null;
end $$;
