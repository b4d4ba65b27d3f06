const VERB =
  /\b(?:raise|increase|bump|lift|set|put|lower|cut|reduce|drop|change|pay|give|make|grant|erhöhe|senke|setze|augmente|baisse|sube|baja|aumenta|verhoog|verlaag)\b/iu;
const RATE =
  /\d+(?:[.,]\d+)?\s?(?:%|percent\b|per cent\b|prozent\b|pour ?cent\b|por ?ciento\b|procent\b|bps\b)/iu;
const QUESTION =
  /^\s*(?:why|who|when|how|what|which|did|does|is|are|was|were|warum|wie|pourquoi|por qué|waarom)\b/iu;

/**
 * Does a message want a commission rate changed, rather than know something?
 *
 * Nothing changes a rate from a chat, and an answer that only tells how things stand would look like consent.
 *
 * @param message - the operator's own words.
 */
export const asksForRate = (message: string): boolean =>
  VERB.test(message) && RATE.test(message) && !QUESTION.test(message);
