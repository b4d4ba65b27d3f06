import { foldText } from '../../../domain/text/fold-text.ts';

/**
 * What words of English, German, French and Spanish mean alike, as beginnings of words (`~` ends a whole word). Written
 * from the languages, not from the labelled messages; which concept tells what is learnt.
 */
const CONCEPTS: Readonly<Record<string, string>> = {
  why: 'why~|how come|reason|ground|justif|explain|evidence|triggered|case against|warum~|wieso~|weshalb~|weswegen|begrund|grund~|erklar|erlauter|belege?~|beweis|spricht gegen|pourquoi|raison|explique|motif|preuve|por que|motivo|razon|explica|prueba',
  pause:
    'paus|halt~|halts?~|stop|freeze|frozen|suspend|kill ?switch|shut|emergency|no more|nothing may|anhalten|stopp|notaus|not-aus|aussetz|setz|unterbrech|arret|suspens|stoppe|interromp|deten|parad|paral|suspende|interrump',
  resume:
    'resume|unpause|un-pause|continue|carry on|go on|going|again|restart|reactivat|back|proceed|lift|release|deactivat|enable|end the|fortsetz|weiter|wieder|aufheb|hebe|beend|losen|reprend|repris|relanc|remet|leve~|continue[rz]?|fin de|reanud|continu|quita|vuelve|seguir|siga|termina|reactiva',
  all: 'everything|all~|whole|entire|anything|nothing|alles|alle~|nichts|ganze|tout|toutes|rien|todo|todas|nada',
  send: 'send|sent~|sending|went out|go(?:es)? out|went~|left~|leave|deliver|executi?|executed|carried out|transmit|arriv|reach|receipt|outbox|gesend|senden|versand|verschick|liefer|ausgefuhrt|angekommen|zugestell|raus~|postausgang|empfangsbest|uberm|envoy|envoi|envois|livr|livraison|parti~|partie|arriv|recept|accuse|transmi|execut|envi|entreg|llego|llegad|ejecut|salid|acuse',
  past: 'was~|were~|did~|has~|have~|been~|lately|recent|last~|latest|yesterday|overnight|today|wurde|war~|hat~|haben|zuletzt|letzte|gestern|heute|nacht|ete~|a-t|dernier|hier~|nuit|recent|fue~|ultim|anoche|ayer|hoy~',
  run: 'run~|runs~|ran~|running|job~|workflow|execution|nightly|schedul|machines|agents|lauf|laufe|durchlauf|lief~|execution|passage|tourne|ejecucion|corrida|agentes|agenten|ejecuto',
  fail: 'fail|error|succe|finish|result|outcome|fehler|erfolg|fertig|ergebnis|erreur|echou|reussi|fallo|error|resultado|terminado',
  wait: 'wait|pending|open~|outstanding|backlog|queue|undecided|todo~|to do|on my plate|sign off|decid|decision|approv|review|expire|warte|offen|aussteh|freigabe|freizugeb|freigeb|entscheid|schlange|attend|attente|file~|valider|approuv|decision|decide|esper|pendient|cola~|decidir|aprobar|decisi',
  proposal:
    'proposal|card~|cards~|suggestion|suggest|propos|vorschlag|vorschlage|karte|proposition|carte|propuesta|tarjeta|sugerencia',
  this: 'this~|that~|it~|them~|they~|their~|dies|ihn~|er~|ce~|cet~|cette|celui|il~|lo~|la~|est[ea]~|ese~',
  mail: 'mail|e-mail|inbox|message|wrote|written|write to us|letters? from|press~|complaint|posteingang|nachricht|geschrieben|post~|presse|beschwerd|courri|boite|ecrit|plainte|correo|bandeja|mensaje|escrito|prensa|queja|unread|unbeantwort',
  answer: 'reply|replies|answer|unanswered|antwort|beantwort|repon|respond|respuest|contest',
  code: 'code|coupon|voucher|discount|promo|gutschein|rabatt|bons?~|coupon|cupon|descuento|codigo',
  leak: 'leak|unauthor|without permission|where they should not|float|in the wild|publish|appear|public|leck|geleakt|durchgesicker|veroffentlich|unerlaubt|taucht|fuite|fuit|divulgu|diffus|publi|apparait|filtra|publica|aparece|permiso',
  agree:
    'agree|accept|reject|overrul|accura|reliab|track record|hit rate|how good|trust|as is|edited|automat|rate~|share~|percent|statisti|einig|zustimm|ablehn|abgelehnt|quote|ubereinstimm|statistik|accord|taux|rejet|approbation|statistiq|acuerdo|tasa|rechaz|porcentaje|estadistic',
  often:
    'how often|frequen|often|usual|wie oft|haufig|a quelle frequence|souvent|con que frecuencia|a menudo',
  count: 'how many|how much|count|number|wie viele?|anzahl|combien|cuant|numero',
  punish:
    'hold~|held~|block|withh|claw|ban~|cut off|kick|reclaim|retain|keep back|kept back|money back|not pay|warn|sperr|blockier|zuruck|einbehalt|behalte|verwarn|zahle|retien|retenu|retenue|bloqu|avertiss|recuper|paie|retencion|reten|adverten|reclama|pagu',
  suspicion:
    'fraud|suspic|cheat|flag|signal|rule|verdict|wrong|guilt|abuse|betrug|verdacht|verdachtig|markiert|urteil|fraude|suspect|signal|verdict|sospech|marcad|veredicto',
  figures:
    'status|state~|figure|number|overview|summary|profile|detail|info|perform|sales|orders|conversions?|earn|tier|doing|standing|look up|pull up|tell me about|know about|zahlen|ubersicht|uberblick|lauft|verdien|macht sich|wissen|zeig|chiffre|statut|fiche|gagne|sait|va~|datos|estado|vende|gana|resumen|sabemos|informacion|commission|provision|comision',
  partner: 'partner|affiliate|publisher|site~|affilie|partenaire|socio|afiliado|afiliad',
  partners: 'partners~|affiliates~|publishers~|partenaires~|socios~|afiliados~|wie viele partner',
  programme:
    'program|system|overall|general|big picture|glance|situation|dashboard|briefing|how are things|health|whole|demo~|currency|gesamt|lage~|normal|ensemble|generale?~|resume du|panorama|situacion|todo en',
  help: 'help|hello|hi~|hey~|what can|can you do|who are you|how do i|how does this|examples?|commands?|instructions|abilities|usage|menu|options|thank|new here|hallo|hilfe|guten|was kannst|wer bist|befehl|danke|wie funktion|aide~|bonjour|salut|sais-tu|qui es-tu|merci|comment ca marche|commandes|ayuda|hola|sabes hacer|quien eres|gracias|comandos|como funciona|buenos dias',
  create:
    'draft|write|compose|translat|rewrite|brainstorm|polish|create|make a|come up|invent|idea|campaign|slogan|newsletter|blog|text~|strategy|schreib|entwirf|ubersetz|formulier|verfass|kampagne|idee|redig|tradui|ecris|invente|redact|tradu|escrib|inventa|estrategia|strategie',
  world:
    'opinion|joke|weather|world|competitor|predict|would you|negotiat|meaning|best practice|compare|recruit|should we|think of|meinst|haltst|witz|wetter|penses|blague|temps fera|opinas|chiste|tiempo hara|piensas',
  who: 'who~|whom~|wer~|wen~|qui~|quien',
  what: 'what~|which~|was~|welche|quoi|quel|que~|cual',
  when: 'when~|how long|wann|quand|cuando',
  not: "not~|don't|no~|never|nicht|kein|nichts|ne~|n'|pas~|plus~|sin~",
  please: 'please|i want|let us|bitte|ich will|je veux|quiero|por favor|plait',
};

const PATTERNS = Object.values(CONCEPTS).map(
  (list) =>
    new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${list
        .split('|')
        .map((one) => one.replaceAll('~', '(?![\\p{L}\\p{N}])'))
        .join('|')})`,
      'u',
    ),
);
/** A name or an address rather than a word. */
const NAME = /[a-z][A-Z]|\b[a-z]?\d{2,}\b|\b\S+\.(?:example|com|net|org|co|io|de|fr|es|uk)\b|@/;
const INNER_CAPITAL = /(?<=[\p{Ll},] )\p{Lu}/u;
const SHORT_WORDS = [1, 2, 4];

/** Length of what `chatConcepts` gives. */
export const CONCEPT_FEATURES = PATTERNS.length + 3 + SHORT_WORDS.length;

/** Which concepts a message names, and what it looks like: each 0 or 1. */
export function chatConcepts(message: string): number[] {
  const text = foldText(message);
  const named = PATTERNS.map((pattern) => (pattern.test(text) ? 1 : 0));
  const words = message.trim().split(/\s+/).length;
  return [
    ...named,
    NAME.test(message) ? 1 : 0,
    INNER_CAPITAL.test(message) ? 1 : 0,
    /[?¿]/.test(message) ? 1 : 0,
    ...SHORT_WORDS.map((most) => (words <= most ? 1 : 0)),
  ];
}
