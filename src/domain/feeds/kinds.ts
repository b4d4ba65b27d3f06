import { z } from 'zod';

/** What a file may hold, one kind a file; the columns of each are in `columns.ts`. */
export const IMPORT_KINDS = [
  'partners',
  'products',
  'inventory',
  'codes',
  'clicks',
  'site_events',
  'conversions',
  'orders',
  'refunds',
  'rates',
  'fx_rates',
] as const;
export const ImportKind = z.enum(IMPORT_KINDS);
export type ImportKind = z.infer<typeof ImportKind>;

/** Whose way of writing a file follows. The networks' own files hold conversions only, the shops' orders and refunds. */
export const IMPORT_FORMATS = [
  'generic',
  'awin',
  'cj',
  'impact',
  'partnerize',
  'rakuten',
  'refersion',
  'shopify',
  'woocommerce',
] as const;
export const ImportFormat = z.enum(IMPORT_FORMATS);
export type ImportFormat = z.infer<typeof ImportFormat>;
