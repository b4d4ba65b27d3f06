import { codeAt } from '../../../domain/sightings/code-at.ts';
import { saysRetired } from '../../../domain/sightings/retired-words.ts';
import type { CodeFrame } from './code-frames.ts';
import type { PageLine, PageLines } from './page-lines.ts';

/** Below all headings of the page's own. */
export const RETIRED_LEVEL = 7;
const LABEL_CHARACTERS_MAX = 60;
const SENTENCE_CHARACTERS_MAX = 180;
/** Before a colon, a longer one too. */
const COLON_CHARACTERS_MAX = 320;
const ABOUT = /cod|kod|kód|offer|deal|gutschein|cup|ofert|actie|aktion|erbjud|kampanj|promo/i;
/** Several codes, those that follow. */
const SEVERAL =
  /(?<!\p{L})(?:(?:these|following|the below|ces|diese|folgende|estos|los siguientes|questi|i seguenti|estes|os seguintes|deze|de volgende|te|poniższe|następujące|dessa|följande)(?!\p{L})|kody|koderna|codes? (?:below|ci-dessous|unten))/iu;
const ELSEWHERE =
  /(?<!\p{L})(?:(?:if|when|wenn|falls|si|quand|cuando|se|quando|als|wanneer|jeśli|om|när)(?!\p{L})|removed?|deleted?|entfern|supprim|elimin|verwijder|usuwa|bort)/iu;

/**
 * The level of a line that says, as a heading would, that all that follows is over: a short one in bold or before a colon, or a
 * sentence about these codes. 0 for every other.
 */
export function retiredHeading(page: PageLines, { element, tag, line }: CodeFrame): number {
  const only = onlyLine(page, element, tag, line);
  if (
    only === null ||
    only.text.length > (only.text.endsWith(':') ? COLON_CHARACTERS_MAX : SENTENCE_CHARACTERS_MAX) ||
    !ABOUT.test(only.text)
  )
    return 0;
  const { text, setOff } = only;
  if (!saysRetired(text) || holdsCode(text)) return 0;
  const label = text.length <= LABEL_CHARACTERS_MAX && (setOff.length > 0 || text.endsWith(':'));
  const sentence = !ELSEWHERE.test(text) && (text.endsWith(':') || SEVERAL.test(text));
  return label || sentence ? RETIRED_LEVEL : 0;
}

/** Whether a list ends here that such a line stood over. */
export const endsRetiredHeading = (tag: string): boolean => /^(?:UL|OL|TABLE|DL)$/.test(tag);

/** Whether it is a line like `Working codes:`, under which other things begin. */
export function endsByLabel(page: PageLines, { element, tag, line }: CodeFrame): boolean {
  const only = onlyLine(page, element, tag, line);
  return only !== null && only.text.length <= LABEL_CHARACTERS_MAX && only.text.endsWith(':');
}

function onlyLine(page: PageLines, element: Element, tag: string, line: number): PageLine | null {
  const only = page.lines.length - 1 === line ? page.lines[line] : undefined;
  return (tag !== 'P' && tag !== 'DIV') || only?.element !== element ? null : only;
}

const holdsCode = (text: string): boolean =>
  [...text.matchAll(/(?<![\p{L}\p{N}])[\p{Lu}\p{N}]/gu)].some(
    ({ index }) => codeAt(text, index)?.shape === 'strong',
  );
