import { InvalidArgumentError } from 'commander';
import type { BrandProfile } from '../domain/pages/brand-profile.ts';
import type { OurLinks } from '../domain/sightings/affiliate-link.ts';
import { MERCHANT_NETWORKS } from '../domain/web/merchant-networks.ts';
import { ourLinks } from '../domain/web/our-links.ts';
import { readBrand } from '../intake/web/page/read-brand.ts';

/** What the command line says of us. */
export interface ComparisonOptions {
  readonly ourHost?: readonly string[];
  readonly ourMerchant?: readonly (readonly [network: string, id: string])[];
  /** A file. */
  readonly brand?: string;
}

/** What pages are held beside. */
export interface PageComparison {
  readonly ours: OurLinks | null;
  readonly brand: BrandProfile | null;
}

/**
 * @param known - by policy and connections; what the command line says comes on top.
 * @throws {Refusal} `file_unreadable` of a brand's file.
 */
export async function pageComparison(
  known: OurLinks | null,
  { ourHost = [], ourMerchant = [], brand }: ComparisonOptions,
): Promise<PageComparison> {
  const said = ourMerchant.map(([network, id]) => ({ merchantIds: { [network]: [id] } }));
  return {
    ours: ourLinks([known ?? {}, { hosts: ourHost }, ...said]),
    brand: brand === undefined ? null : await readBrand(brand),
  };
}

/** Adds one `--our-host`. @throws {InvalidArgumentError} */
export function withHost(text: string, before: readonly string[] = []): string[] {
  if (/[\s/:@?#,]/.test(text) || ourLinks([{ hosts: [text] }]) === null)
    throw new InvalidArgumentError('It is a host name such as shop.com.');
  return [...before, text];
}

/** Adds one `--our-merchant`. @throws {InvalidArgumentError} */
export function withMerchant(
  text: string,
  before: ComparisonOptions['ourMerchant'] = [],
): NonNullable<ComparisonOptions['ourMerchant']> {
  const [, network = '', id = ''] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  if (!MERCHANT_NETWORKS.has(network)) {
    const names = [...MERCHANT_NETWORKS].sort().join(', ');
    throw new InvalidArgumentError(
      `It is a network and our number there, such as awin=1234; the networks are ${names}.`,
    );
  }
  return [...before, [network, id]];
}
