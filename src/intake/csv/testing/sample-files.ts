import type { ImportKind } from '../../../domain/feeds/kinds.ts';

/** A small file of each kind, written exactly as `export` writes it: all columns, canonical cells, its order. */
export const SAMPLE_FILES: Readonly<Record<ImportKind, string>> = {
  partners: `partner_id,name,type,network,status,tier,website,email,country,joined_at,key_account
p1,"Deals, ""Daily""",coupon,awin,active,growth,https://deals.example/?a=1&b=-2,mail@deals.example,GB,2025-01-31T23:59:59.123456Z,true
p2,'=HYPERLINK("x"),other,direct,blocked,maintain,,,,,false
`.replace(`'=HYPERLINK("x")`, `"'=HYPERLINK(""x"")"`),
  products: `sku,name,category,price,unit_cost,fulfilment_cost,currency,url
s1,'-5 degrees mug,Kitchen,12.50,-0.000001,0.00,GBP,https://shop.example/s1
s2,,,,,,EUR,
`,
  inventory: `sku,location,on_hand,inbound,as_of,season_end
s1,,-3,0,2026-03-01T00:00:00Z,
s1,North,10,5,2026-03-01T00:00:00Z,2026-08-31
`,
  codes: `code,kind,owner_partner_id,percent_off,amount_off,currency,starts_at,ends_at
SAVE10,percent,p1,10,,,2026-01-01T00:00:00Z,9999-12-31T00:00:00Z
save5,amount,,,5.00,GBP,,
`,
  clicks: `click_id,partner_id,sub_id,visitor_id,clicked_at,landing_url,referrer,user_agent,ip_hash,device
c1,p1,sub 1,v1,2026-02-28T23:59:59.5Z,https://shop.example/,https://deals.example/,"Mozilla/5.0 (X11, like Gecko)",abc,mobile
c2,p1,,,2026-03-01T00:00:00Z,,,"two
'@lines\\t\\N",,
`,
  site_events: `visitor_id,occurred_at,event,sku
v1,2026-03-01T00:00:00Z,cart,s1
v1,2026-03-01T00:00:00Z,view,
`,
  conversions: `conversion_id,network,partner_id,sub_id,order_id,click_id,clicked_at,converted_at,amount,commission,currency,status,code,customer_type,device,status_raw,lapse_seconds,warehouse
x1,awin,p1,s,o1,c1,2026-02-28T23:59:00Z,2026-02-28T23:59:59Z,12.345678,-1.20,GBP,reversed,SAVE10,new,mobile,Declined,59,North
x1,direct,p2,,,,,2026-03-01T00:00:00Z,0.00,0.00,EUR,unknown,,,,unknown,,
`,
  orders: `order_id,customer_id,visitor_id,ordered_at,delivered_at,line_id,sku,quantity,unit_price,discount,currency,code
o1,k1,v1,2026-03-01T00:00:00Z,2026-03-04T10:00:00Z,1,s1,2,12.50,0.50,GBP,SAVE10
o1,k1,v1,2026-03-01T00:00:00Z,,2,s2,-1,7.00,0.00,GBP,
`,
  refunds: `refund_id,order_id,line_id,customer_id,sku,quantity,amount,currency,refunded_at
r1,,,k1,s1,1,12.50,GBP,2026-03-05T00:00:00Z
r1,o1,1,k1,s1,1,12.50,GBP,2026-03-05T00:00:00Z
`,
  rates: `partner_id,sku_group,rate_bps,starts_at,ends_at
p1,,800,2026-01-01T00:00:00Z,
p1,Kitchen,0,2026-01-01T00:00:00Z,2026-02-01T00:00:00Z
`,
  fx_rates: `from_currency,to_currency,day,rate,source
EUR,GBP,2026-03-01,0.8712,ECB
USD,GBP,2026-03-01,0.79,
`,
};
