import { z } from 'zod';
import { SaidText } from '../../domain/networks/said-text.ts';

const List = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((list) => list ?? []);

/** A partner of the Brand API, as far as vetting asks. */
export const ImpactPartner = z.looseObject({
  Id: SaidText,
  Name: SaidText,
  Description: SaidText,
  Website: SaidText,
  Address: z.looseObject({ Country: SaidText }).nullish(),
  PromotionalMethods: List(z.looseObject({ Type: SaidText, IsPrimary: z.boolean().nullish() })),
  PromotionalCountries: List(SaidText),
  Properties: List(z.looseObject({ Type: SaidText, Platform: SaidText, Url: SaidText })),
  /** Programmes it has joined. */
  Programs: List(z.looseObject({ Id: SaidText })),
  Contacts: List(z.looseObject({ FirstName: SaidText, Email: SaidText, IsPrimary: z.boolean().nullish() })),
});
export type ImpactPartner = z.infer<typeof ImpactPartner>;

const ACCOUNTS = ['instagram', 'tiktok', 'youtube'] as const;
const COUPONS = ['COUPON', 'CASHBACK', 'LOYALTY', 'INCENTIVIZED'];

/**
 * An impact.com partner as an application: where it publishes by its primary way of promoting, its own words, its site and
 * the address of its primary contact. It claims no figures there.
 */
export function impactApplicant(
  contractId: string,
  partner: ImpactPartner,
): Record<string, unknown> & { id: string } {
  const { Id, Name, Description, Website, Address, PromotionalMethods, PromotionalCountries } = partner;
  const method = (PromotionalMethods.find(({ IsPrimary }) => IsPrimary) ?? PromotionalMethods[0])?.Type ?? '';
  const account = method === 'SOCIAL_MEDIA_INFLUENCER' || Website === '' ? accountOf(partner) : null;
  const contact = partner.Contacts.find(({ IsPrimary }) => IsPrimary) ?? partner.Contacts[0];
  const site = partner.Properties.find(({ Type, Url }) => Type === 'WEBSITE' && Url !== '')?.Url ?? '';
  const region = Address?.Country || PromotionalCountries[0] || '';
  return {
    id: contractId,
    platform: account?.platform ?? (COUPONS.includes(method) ? 'website: coupons and rewards' : 'website'),
    // Names are not unique, and a site's host is.
    handle: account?.handle ?? (hostOf(Website || site) || Name),
    name: contact?.FirstName || Name,
    ...(contact?.Email ? { email: contact.Email } : {}),
    ...(region === '' ? {} : { region }),
    ...(Website || site ? { url: Website || site } : {}),
    bio: Description,
    promotional_method: method,
    network_partner_id: Id,
  };
}

function accountOf({ Properties }: ImpactPartner): { platform: string; handle: string } | null {
  for (const { Platform, Url } of Properties) {
    const platform = ACCOUNTS.find((name) => Platform.toLowerCase() === name);
    const name = URL.parse(Url)
      ?.pathname.split('/')
      .filter((part) => part !== '')
      .at(-1);
    if (platform !== undefined && name !== undefined) return { platform, handle: decoded(name) };
  }
  return null;
}

const hostOf = (url: string): string => URL.parse(url)?.hostname.replace(/^www\./, '') ?? '';

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A path that is no UTF-8 stays as it is written.
    return text;
  }
}
