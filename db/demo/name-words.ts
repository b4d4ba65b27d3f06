import type { PartnerType } from './partner-traits.ts';

export type Country = 'GB' | 'IE' | 'US' | 'DE' | 'FR' | 'NL' | 'ES' | 'IT' | 'SE' | 'PL';

/** Two lists whose words combine to a name, and what stands between them. */
export interface NameWords {
  readonly first: string;
  readonly joint: '' | ' ';
  readonly second: string;
}

/** Invented names; lists are words parted by a space, `_` standing for a space inside a word. */
const ENGLISH: Readonly<Record<PartnerType, NameWords>> = {
  content: {
    first:
      'Tidy Copper Marmalade Hedgerow Lantern Button Thistle Quiet Gingham Brass Willow Pantry Attic Orchard Velvet Cobblestone Harbour Wren Bramble Fireside',
    joint: ' ',
    second:
      'Teapot Home_Journal Parlour Diaries House_Notes Living Almanac Kitchen Corner Post Gazette Nest Makery Interiors Weekly Table Loft Larder Review Workshop',
  },
  influencer: {
    first:
      'Maisie Orla Tamsin Imogen Freya Callum Rhiannon Priya Niamh Jolyon Bettany Zadie Morag Ines Kezia Dominic Farah Lowri Ottilie Amara',
    joint: ' ',
    second:
      'Thornbury Quillfeather Ashdown Penhallow Okonjo Merriweather Larkspur Tredwell Bancroft Osgood Whitlam Sandhu Fairlamb Kilbride Dunmore Hartnoll',
  },
  coupon: {
    first: 'Voucher Promo Saver Penny Code Thrift Ticket Bargain',
    joint: ' ',
    second: 'Otter Magpie Lanterns Kettle Beacon Pocket Badger Harbour Sparrow Drawer',
  },
  cashback: {
    first: 'Kickback Roundpound Nestegg Backpenny Coinloop Piggy Tuppence Returnly',
    joint: ' ',
    second: 'Club Rewards Street Wallet Circle',
  },
  loyalty: {
    first: 'Oakleaf Starling Teachers Meridian Firefighters Campus Wardrobe Keyworker',
    joint: ' ',
    second: 'Perks Points Benefits Advantage Circle',
  },
  email: {
    first: 'Morning Sunday Kettle Larkrise Postbox Inbox Parcel',
    joint: ' ',
    second: 'Dispatch Letter Finds Picks Bulletin',
  },
  search: {
    first: 'Findwell Shopcompass Compare Querynook Trove Pricelark',
    joint: ' ',
    second: 'Gifts Search Shopping Homeware',
  },
  browser_extension: {
    first: 'Cartwise Tabsaver Basketmate Clipkin Checkoutly Pricewink Lidkin Snipkit',
    joint: ' ',
    second: 'Extension Assistant Companion',
  },
  sub_network: {
    first: 'Linkbridge Weavenet Outreachly Merchantry Spindle Deepanchor',
    joint: ' ',
    second: 'Media Partners Links',
  },
  other: {
    first: 'Parish Village Allotment Schoolgate Wedding Hospice Garden Craft Choir Market',
    joint: ' ',
    second: 'Fundraisers Noticeboard Society Collective Planner Fair',
  },
};

const FOREIGN: Readonly<Partial<Record<Country, Readonly<Partial<Record<PartnerType, NameWords>>>>>> = {
  DE: {
    content: {
      first: 'Linden Kupfer Apfel Sonnen Wolken Garten Fenster Herbst Mühlen',
      joint: '',
      second: 'küche liebe werkstatt notizen blick stube zimmer post',
    },
    influencer: {
      first: 'Annika Lennart Frieda Jördis Malte',
      joint: ' ',
      second: 'Brandstätter Vogelsang Kühnel Achterberg',
    },
    coupon: { first: 'Rabatt Gutschein Spar', joint: '', second: 'fuchs laterne kiste eule' },
    other: { first: 'Bastel Handwerker Vereins', joint: '', second: 'laden markt kreis' },
  },
  FR: {
    content: {
      first: 'Maison Atelier Carnet Le_Petit_Buffet Grenier',
      joint: ' ',
      second: 'Mirabelle Lavandin Pivoine Églantine Noisette',
    },
    influencer: { first: 'Solène Capucine Théo Maëlle', joint: ' ', second: 'Garancier Delmotte Pontaillac' },
    coupon: { first: 'Promo Remise', joint: ' ', second: 'Hirondelle Marmotte' },
  },
  NL: {
    content: { first: 'Stoop Tulpen Zolder Fiets', joint: '', second: 'huisje dagboek keuken atelier' },
    influencer: { first: 'Fenna Jorrit Wietske', joint: ' ', second: 'Oosterling Zandstra' },
  },
  ES: {
    content: { first: 'Casa Cocina Rincón', joint: ' ', second: 'Azahar Romero Golondrina' },
    influencer: { first: 'Nerea Iker Candela', joint: ' ', second: 'Arrizabal Montcada' },
  },
  IT: {
    content: { first: 'Casa Cucina Soffitta', joint: ' ', second: 'Ginestra Rosmarino Lucciola' },
    influencer: { first: 'Ginevra Tullio', joint: ' ', second: 'Belforte Sanseverini' },
  },
  SE: {
    content: { first: 'Hallon Björk Tegel', joint: '', second: 'köket stugan verkstan' },
    influencer: { first: 'Ebba Alva', joint: ' ', second: 'Granqvist Sjöholm' },
  },
  PL: {
    content: { first: 'Dom Kuchnia', joint: ' ', second: 'Jarzębina Malwa' },
    influencer: { first: 'Jagoda Kalina', joint: ' ', second: 'Wierzbicka Olszańska' },
  },
};

/** The words for a type in a country's language; English where the country has none of its own. */
export function nameWordsOf(type: PartnerType, country: Country): NameWords {
  return FOREIGN[country]?.[type] ?? ENGLISH[type];
}

/** Countries a type comes from, with weights. */
export function countriesOf(type: PartnerType): readonly (readonly [Country, number])[] {
  const home: readonly (readonly [Country, number])[] = [
    ['GB', 66],
    ['IE', 6],
    ['US', 6],
  ];
  const abroad: readonly Country[] = ['DE', 'FR', 'NL', 'ES', 'IT', 'SE', 'PL'];
  const own = abroad.filter((country) => FOREIGN[country]?.[type] !== undefined);
  return [...home, ...own.map((country) => [country, country === 'DE' || country === 'FR' ? 6 : 3] as const)];
}
