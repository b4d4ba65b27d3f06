/**
 * Beginnings of lines that stand in an article and are none of it, in the languages that are read: calls to read other pages,
 * to share, to subscribe; credits; labels of buttons.
 */
const BEGINNINGS: readonly RegExp[] = [
  /^(?:read (?:more|next|also)|see (?:also|more)|related(?: (?:articles?|stories|posts|links))?|more (?:on|from|stories|like this)|also on|also read|don['’]?t miss|you (?:may|might) (?:also )?(?:like|enjoy)|recommended|most read|trending|up next|continue reading|keep reading|watch (?:more|now|this)|click here|story continues|scroll (?:down|to continue)|jump to|skip to|in this article|table of contents|what to read next)\b/i,
  /^(?:sign up|subscribe|newsletter|get (?:the )?(?:latest|breaking|our)\b.{0,60}\b(?:inbox|newsletter|alerts|updates|app)|join (?:our|the) .{0,40}(?:newsletter|forum|community|mailing)|follow (?:us|me|him|her|@|\w+ on)|like this (?:story|article|post)|share (?:this|it|on|via)|tell us what|have a tip|got a (?:tip|story)|send (?:us )?(?:tips|your)|email (?:the author|me|us)|download (?:the|our) .{0,20}app|support our|leave a (?:reply|comment)|post a comment|add (?:a )?comment|comments? ?\(?\d*\)?$|view comments|log in|sign in|loading|please (?:enable|log in|whitelist))/i,
  /^(?:advert(?:isement|ising)?|anuncio|publicidade?|publicité|annonce|werbung|anzeige|pubblicità|reclame|advertentie|sponsored(?: content)?|promoted)\b.{0,12}$/i,
  /^(?:image|photo|photograph|picture|foto|bild|crédit|credit|kredit|source|fonte|quelle|fuente|bron)s?(?: (?:copyright|caption|credit|courtesy|by|via))?\s*[:©]/i,
  /^(?:image|photo|video|slide|bild|foto) \d+ (?:of|von|de|di|van)\b/i,
  /^(?:image (?:copyright|caption)|media caption|media playback|photo (?:by|courtesy)|getty images|file photo|\(?(?:image|photo|picture|pic)s?:|©|copyright\b|all rights reserved|alle rechte|tous droits|todos los derechos|tutti i diritti|todos os direitos)/i,
  /^(?:tags?|topics?|categor(?:y|ies)|filed under|posted in|labels|schlagwörter|schlagworte|themen|kategorien?|étiquettes|mots[- ]clés|catégories?|etiquetas|categorías?|categorie|etichette|marcadores|categorias?|onderwerpen|trefwoorden)\s*(?::|$)/i,
  /^(?:lesen sie (?:auch|mehr)|mehr (?:zum thema|lesen|dazu)|auch interessant|das könnte (?:sie|dich)|weiterlesen|zum thema|jetzt (?:lesen|abonnieren)|newsletter|folgen sie|teilen|artikel teilen|kommentare?(?: \d+)?$|kommentar schreiben|mehr von)/i,
  /^(?:lire (?:aussi|la suite)|à lire(?: aussi)?|voir aussi|sur le même sujet|abonnez[- ]vous|inscrivez[- ]vous|suivez[- ]nous|partager|commentaires?(?: \d+)?$|nos derniers articles)/i,
  /^(?:lee? (?:también|más)|leer más|te puede interesar|también te puede|ver (?:también|más)|suscríbe|síguenos|compartir|comentarios?(?: \d+)?$|noticias relacionadas|más (?:información|noticias))/i,
  /^(?:leggi (?:anche|tutto)|ti potrebbe|potrebbe interessarti|vedi anche|iscriviti|seguici|condividi|commenti?(?: \d+)?$|articoli correlati)/i,
  /^(?:leia (?:também|mais)|veja (?:também|mais)|saiba mais|inscreva-se|siga[- ]nos|compartilh|partilhar|comentários?(?: \d+)?$|notícias relacionadas|assine)/i,
  /^(?:lees (?:ook|meer|verder)|bekijk ook|meer (?:over|lezen)|meld je aan|schrijf je in|volg ons|delen|deel dit|reacties?(?: \d+)?$|gerelateerd)/i,
];
const DATE_WORDS =
  /^(?:\W*(?:\d{1,4}|am|pm|a\.m\.|p\.m\.|[A-Z]{2,4}|updated|published|posted|last|modified|on|at|by|mon|tue|wed|thu|fri|sat|sun)?\W*(?:jan|feb|mar|mär|apr|may|mai|maj|jun|jul|aug|août|sep|okt|oct|nov|dec|dez|déc|ene|abr|ago|dic|gen|mag|giu|lug|set|ott|fev|fév|avr|out)\p{L}*\.?\W*(?:\d|\W|am|pm|a\.m\.|p\.m\.|[A-Z]{2,4}\b|at|um|à|uhr|updated|h)*)+$/iu;
const STAMP =
  /^(?:(?:first )?(?:published|updated|posted|last (?:updated|modified)|veröffentlicht|aktualisiert|stand|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|atualizado|gepubliceerd|bijgewerkt)\b.{0,90}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}.{0,40}|\d{4}-\d{2}-\d{2}.{0,40}|\d+ (?:min(?:ute)?s?|hours?|days?|weeks?) (?:read|ago)\b.{0,20})$/i;
const BY =
  /^(?:by|von|par|por|di|door|text|story|words)\s*:?\s+\p{Lu}[\p{L}.'’-]+(?:[ ,]+(?:and |und |et |y |e |en )?[\p{L}.'’-]+){0,8}.{0,40}$/u;
const ADDRESS = /^(?:https?:\/\/\S+|\S+@\S+\.\S+|(?:www|twitter\.com)\S+|@\w+)$/i;

const CREDIT_END =
  /(?:\((?:image|photo|photograph|picture|foto|bild|ap photo|credit|file)\b[^)]{0,80}\)|\[(?:file|photo)[^\]]{0,80}\]|(?:getty images|shutterstock|reuters|afp|associated press)\)?)\s*\.?$/i;
const COOKIES =
  /\b(?:uses cookies|cookie policy|verwendet cookies|utilise des cookies|utiliza cookies|requires javascript|enable javascript)\b/i;
const BUYING =
  /[$£€¥]\s?\d|\d\s?(?:€|eur\b|kr\b|zł)|^(?:buy|get it|shop|check price|order|available|view deal|zum angebot|acheter|comprar|acquista|kopen)/i;

/** A line that an article's page shows but its author did not write as a part of it. */
export function isBoilerplateLine(text: string): boolean {
  const line = text.trim();
  if (line.length > 260) return false;
  return BEGINNINGS.some((pattern) => pattern.test(line)) || CREDIT_END.test(line) || COOKIES.test(line);
}

/** A name, a date, an address: what stands between a headline and the first sentence, and after the last. */
export function isByline(text: string): boolean {
  const line = text.trim();
  if (line.length > 140) return false;
  return (
    BY.test(line) || STAMP.test(line) || ADDRESS.test(line) || (line.length < 80 && DATE_WORDS.test(line))
  );
}

/** A link where something is offered, rather than one that leads on to read. */
export const isOffer = (text: string): boolean => BUYING.test(text.trim());
