const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''));

/** Words that names of fields, attributes and classes are made of, in en, de, fr, es, it, pt, nl, pl and sv, without accents. */
export const FIELD_WORDS = {
  code: words('code codes kod kody kode koden codigo codigos codice codici'),
  voucher: words(
    `coupon coupons couponcode promo promos promotion promotional promocode voucher vouchers vouchercode discount discounts discountcode offers deals perks gutscheincodes rabattcodes
    offer offercode deal dealcode perk redeem redemption referral creator gutschein gutscheine rabatt aktion aktions vorteil reduction
    remise avantage parrainage cupon cupones descuento oferta sconto buono promozione promozionale cupom cupons cupao desconto korting
    kortings actie kupon kupong kupony rabat rabatowy znizka znizkowy promocja promocyjny erbjudande kampanj`,
  ),
  /** Beside `code`, something about one. */
  about: words(
    `type id ids status state count total length url link href label labels title name names prefix suffix tail hint needed required
    placeholder description error message success expired info box field input button btn class color lang language country currency
    zip postal area region error qr bar source product item sku masked preview partial teaser hidden reveal show has is valid format`,
  ),
  end: words(
    `expires expiry expire expired expiration expirationdate expirydate expiresat endsat enddate validto validuntil validthrough until
    ablauf ablaufdatum gueltigbis gultigbis fechafin caduca caducidad vence vencimiento hasta scadenza scade validade geldigtot verloopt einddatum
    waznydo wygasa koniec tot bis do slutdatum giltigtill utgar finvalidite`,
  ),
  over: words(
    `expired inactive ended disabled archived archive archief archiv archivo archivio archiwum arkiv archivado archiviert outdated invalid dead past old gone void finished closed retired withdrawn revoked
    deactivated unreliable unstable nonworking notworking abgelaufen inaktiv ungultig ungueltig beendet expiree expirees termine
    perime caducado caducados caducada expirado expirados expirada vencido vencidos inactivo terminado scaduto scaduti scaduta inattivo
    inativo encerrado verlopen inactief afgelopen ongeldig wygasly wygasle nieaktywny nieaktywne niewazny utgangen utgangna ogiltig inaktiv`,
  ),
  on: words(
    'active valid enabled live working works available aktiv gueltig gultig actif valide activo valido attivo ativo actief geldig aktywny wazny giltig',
  ),
} as const;

/** The words of a name: `couponCode`, `coupon_code`, `coupon-code` and `Coupon code` are the same two. */
export const wordsOf = (name: string): string[] =>
  name
    .slice(0, 200)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
