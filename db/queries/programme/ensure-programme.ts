import type { Queryable } from '../../client.ts';

export interface ProgrammeTerms {
  readonly name: string;
  /** Null: the currency of most conversions, else of most products. */
  readonly currency: string | null;
  readonly timeZone: string;
}

/** Names the programme once there is something to name; an existing one keeps its name and currency. */
export async function ensureProgramme(
  db: Queryable,
  { name, currency, timeZone }: ProgrammeTerms,
): Promise<void> {
  await db.query(
    `
    insert into programme (name, currency, time_zone)
    select $1, found.currency, $3
      from (
        select coalesce(
          $2,
          (select currency from conversion group by currency order by count(*) desc, currency limit 1),
          (select currency from product group by currency order by count(*) desc, currency limit 1)
        ) as currency
      ) as found
     where found.currency is not null
       and not exists (select from programme)
    on conflict do nothing
    `,
    [name, currency, timeZone],
  );
}
