import { foldText } from '../text/fold-text.ts';

const YES =
  /^(?:yes|yep|yeah|y|sure|ok(?:ay)?|do it|please do|go ahead|confirm(?:ed)?|ja|jawohl|mach das|klar|oui|vas-y|d'accord|si|hazlo|claro|adelante|sim|ja graag)(?:[ ,]+(?:please|bitte|s'il (?:te|vous) plait|por favor|pause everything|resume everything|do it|sure))?[.!]*$/;
const NO =
  /^(?:no|nope|n|don't|do not|cancel|stop|leave it|never mind|not now|nein|lieber nicht|abbrechen|non|annule(?:r|z)?|mejor no|cancela(?:r)?|nao|nee)(?:[ ,]+.{0,30})?[.!]*$/;

/** Whether a message is nothing but a yes or a no, in English, German, French, Spanish and a few more; else null. */
export function yesOrNo(message: string): 'yes' | 'no' | null {
  const text = foldText(message).trim();
  if (YES.test(text)) return 'yes';
  return NO.test(text) ? 'no' : null;
}
