/** What `picked` has to give besides `day`. */
export const PICKED_CLICK =
  'click.partner_id, click.sub_id, click.visitor_id, click.clicked_at, click.referrer, click.user_agent, click.ip_hash';

const HOURS = Array.from({ length: 24 }, (_, hour) => `count(*) filter (where hour_of_day = ${hour})`);

/** More clicks than this in one group and span are a burst. */
const BURST_CLICKS_MAX = 20;

/**
 * The rows of `fraud_click_sketch`, in the table's column order, of the clicks that `picked` selects.
 *
 * Every rule of `src/domain/fraud/sketch.ts` about clicks stands here and nowhere else.
 *
 * Its parameters $1 and $2 are the start and end of the coverage by site events, null when there are none.
 *
 * @param picked - a query that gives `PICKED_CLICK` and `day`; all clicks of a partner-day or none.
 */
export function clickSketchSql(picked: string): string {
  return `
    with picked as materialized (
      select source.*, floor(date_part('epoch', clicked_at) / 3600)::int as hour_no
        from (${picked}) source
    ),
    engaged as (
      select partner_id, day, count(*) as clicks
        from picked
       where exists (
               select from site_event
                where site_event.visitor_id = picked.visitor_id
                  and site_event.occurred_at >= picked.clicked_at
                  and site_event.occurred_at <= picked.clicked_at + interval '30 minutes'
             )
         and clicked_at >= $1
         and clicked_at <= $2::timestamptz - interval '30 minutes'
       group by partner_id, day
    ),
    busy as materialized (
      select picked.*
        from picked
        join (select partner_id, hour_no
                from picked
               group by partner_id, hour_no
              having count(*) > ${BURST_CLICKS_MAX}) hours
       using (partner_id, hour_no)
    ),
    burst as (
      select partner_id, day, sum(clicks) as clicks
        from (select partner_id, day, count(*) as clicks
                from busy
               where ip_hash is not null
               group by partner_id, day, hour_no, ip_hash, user_agent
              having count(*) > ${BURST_CLICKS_MAX}) groups
       group by partner_id, day
    ),
    minute_burst as (
      select partner_id, day, sum(clicks) as clicks
        from (select partner_id, day, count(*) as clicks
                from busy
               group by partner_id, day, floor(date_part('epoch', clicked_at) / 60), coalesce(sub_id, '')
              having count(*) > ${BURST_CLICKS_MAX}) groups
       group by partner_id, day
    ),
    site as materialized (
      select partner_id, fraud_host(website) as host from partner
    ),
    -- Many clicks come from few pages and programs: each text is looked at once.
    page as materialized (
      select referrer, fraud_host(referrer) as host from picked where referrer is not null group by referrer
    ),
    agent as materialized (
      select user_agent, user_agent ~* '(bot|crawl|spider|headless|phantom|curl|wget|python|scrapy|httpclient)' as is_bot
        from picked
       group by user_agent
    ),
    judged as (
      select picked.*,
             clicked_at between $1 and $2::timestamptz - interval '30 minutes' as is_covered,
             case when picked.referrer is null or site.host is null then null
                  else page.host is null
                    or (page.host <> site.host
                        and right(page.host, length(site.host) + 1) <> '.' || site.host
                        and right(site.host, length(page.host) + 1) <> '.' || page.host)
             end as is_foreign,
             agent.is_bot,
             hour_no - 24 * floor(hour_no / 24.0::float8)::int as hour_of_day
        from picked
        left join site using (partner_id)
        left join page on page.referrer = picked.referrer
        left join agent on agent.user_agent = picked.user_agent
      -- Keeps the planner from working these columns out anew in each of the sums below.
      offset 0
    ),
    summed as (
      select partner_id, day,
             count(*) as clicks,
             count(visitor_id) as visitor_known,
             count(visitor_id) - count(distinct visitor_id) as visitor_repeats,
             count(visitor_id) filter (where is_covered) as engagement_known,
             count(referrer) as referrer_given,
             count(is_foreign) as referrer_compared,
             count(*) filter (where is_foreign) as referrer_foreign,
             count(ip_hash) as address_known,
             count(user_agent) as agent_known,
             count(*) filter (where is_bot) as bot_agents,
             array[${HOURS.join(', ')}]::int[] as hours
        from judged
       group by partner_id, day
    )
    select partner_id, day, summed.clicks, visitor_known, visitor_repeats,
           engagement_known, coalesce(engaged.clicks, 0) as engaged,
           referrer_given, referrer_compared, referrer_foreign,
           address_known, coalesce(burst.clicks, 0) as burst_clicks,
           coalesce(minute_burst.clicks, 0) as minute_burst_clicks,
           agent_known, bot_agents, hours
      from summed
      left join engaged using (partner_id, day)
      left join burst using (partner_id, day)
      left join minute_burst using (partner_id, day)
  `;
}
