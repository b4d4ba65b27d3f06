const TERM =
  /min(?:imum|dest|\.)?[ -]?(?:spend|order|purchase|basket|bestellwert|einkaufswert)|mindestbestellwert|mindesteinkauf|einkaufswert|orders? (?:over|above|of)|(?:spend|over|above) [£$€]\s?\d|when you spend|purchases? (?:over|above)|ab \d+ ?(?:€|euro)|dès \d+|à partir de|minimum d.achat|compra m[íi]nima|a partir de|compras (?:superiores|acima)|pedidos? (?:de m[áa]s de|superiores)|a partire da|da \d+ ?€|spesa minima|vanaf (?:€|\d)|besteding|minimale|od \d+ ?zł|minimalna|vid köp över|köp över|minsta|new (?:customers?|users?|members?)|first (?:order|purchase|box|month)|first \d+ months|neukunden|erstbestellung|premi[èe]re commande|nouveaux clients|nuevos clientes|primer(?:a)? (?:pedido|compra)|nuovi clienti|primo (?:ordine|acquisto)|novos clientes|primeira compra|nieuwe klanten|eerste bestelling|nowych klientów|pierwsze zamówienie|nya kunder|första (?:köp|order|beställning)|students?|full[- ]price|selected (?:items|lines|styles)|exclud(?:es|ing)|exclusions|not valid|cannot be combined|one (?:per|use)|once per|single use|nicht kombinierbar|ausgenommen|nicht gültig|hors (?:soldes|promo)|non cumulable|une seule fois|no acumulable|excepto|no válido|escluso|esclusi|non cumulabile|não cumulativo|exceto|niet geldig|behalve|nie łączy się|z wyjątkiem|gäller ej|medallion members|annual plans|min(?:imum)? \d+ nights?/iu;

/** Conditions that a text names, sentence by sentence, at most 300 characters; null when it names none. */
export function findTerms(text: string): string | null {
  const sentences = text.split(/(?<=[.!?…])\s+|\n+|\s[|·•]\s/u).filter((sentence) => TERM.test(sentence));
  const terms = [...new Set(sentences.map((sentence) => sentence.replaceAll(/\s+/g, ' ').trim()))].join(' ');
  return terms === '' ? null : terms.slice(0, 300).trim();
}
