import { afterAll, describe, expect, it } from 'vitest';
import { ensurePartitions } from './partitions.ts';
import { schemaText } from './schema-text.ts';
import { cloneDatabase } from './testing/clone-database.ts';

const { pools, drop } = await cloneDatabase();
afterAll(drop);
const { app } = pools;
const before = await schemaText(app);

describe('schemaText', () => {
  it('shows tables, indexes, functions, triggers and who may do what', () => {
    expect(before).toContain('create table click (');
    expect(before).toContain(') partition by range (clicked_at);');
    expect(before).toContain('CREATE UNIQUE INDEX proposal_one_open ON');
    expect(before).toContain('FUNCTION public.proposal_supersede()');
    expect(before).toContain('CREATE TRIGGER audit_append_only');
    expect(before).toContain('grant insert, select on proposal to marginkeeper_agent;');
  });

  it('does not change with the months that rows brought', async () => {
    const day = new Date('2011-12-09');
    await ensurePartitions(app, 'click', day, day);
    expect(await schemaText(app)).toBe(before);
  });

  it.each([
    ['a column', 'alter table partner add column probe text', 'alter table partner drop column probe'],
    [
      'a default',
      'alter table code alter column kind set default 1',
      'alter table code alter column kind drop default',
    ],
    [
      'a not null',
      'alter table code alter column kind set not null',
      'alter table code alter column kind drop not null',
    ],
    [
      'a check',
      'alter table code add constraint probe check (percent_off > 0)',
      'alter table code drop constraint probe',
    ],
    ['an index', 'create index probe on code (kind)', 'drop index probe'],
    ['a function', "create function probe() returns int language sql as 'select 1'", 'drop function probe'],
    ['a view', 'create view probe as select 1 as n', 'drop view probe'],
    [
      'a grant',
      'grant update on partner to marginkeeper_agent',
      'revoke update on partner from marginkeeper_agent',
    ],
    ['another name', 'alter table audit rename to probe', 'alter table probe rename to audit'],
  ])('tells %s', async (_, change, undo) => {
    await app.query(change);
    expect(await schemaText(app)).not.toBe(before);
    await app.query(undo);
    expect(await schemaText(app)).toBe(before);
  });
});
