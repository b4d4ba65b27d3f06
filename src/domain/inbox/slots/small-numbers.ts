/** From three on, as a rate of commission may be; a language a line. */
const FROM_THREE: readonly string[] = [
  'three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
  'drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn',
  'trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze',
  'tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince',
  'tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici',
  'três quatro cinco seis sete oito nove dez onze doze treze catorze quinze',
  'drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien',
];
const TWENTIES = ['twenty', 'zwanzig', 'vingt', 'veinte', 'venti', 'vinte', 'twintig'];

/** What small numbers in letters mean, in lower case. */
export const SMALL_NUMBERS: ReadonlyMap<string, number> = new Map([
  ...FROM_THREE.flatMap((line) => line.split(' ').map((word, at) => [word, at + 3] as const)),
  ...TWENTIES.map((word) => [word, 20] as const),
]);
