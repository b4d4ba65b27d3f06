import { suspectsInjection } from '../../inbox/injection-signs.ts';
import { foldText } from '../../text/fold-text.ts';
import type { Application } from '../application.ts';
import type { ApplicationText } from '../application-text.ts';
import type { Finding } from '../flag.ts';

/** Letters that only machines read: tags, and runs of marks without width. */
const UNSEEN = /[\u{E0020}-\u{E007E}]{3}|[\u200B-\u200D\u2060\uFEFF]{6}/u;
const TO_THE_REVIEWER =
  /(?:(?:accept|approve|shortlist|pass|rate|score|rank|mark|flag) (?:this|the|my) (?:application|profile|creator|applicant|account) (?:as|with|without|at|immediately|automatically|now|10|100)|\b(?:set|output|return|respond with|answer with|print|write|give)\b.{0,25}\b(?:score|decision|verdict|rating|confidence|flags?)\b|(?:decision|score|verdict|flags?|confidence)["']?\s*[:=]\s*["'[]?(?:accept|approve|\[\]|none|100|1\.0|10\b)|(?:no|remove (?:all )?|clear (?:all )?|drop (?:all )?|without) flags\b|do not (?:flag|decline|reject)|must (?:be )?(?:accepted|approved)|automatically (?:accept|approve)\w*|you must (?:accept|approve)|(?:reviewer|vetting|screening|automated) (?:bot|model|system|agent|ai)|akzeptiere (?:diese|die) bewerbung|bewerbung (?:automatisch )?(?:annehmen|akzeptieren|genehmigen)|setze (?:den|die) (?:score|punktzahl|bewertung|entscheidung)|(?:accepte|acceptez|approuve|approuvez|valide|validez) (?:cette|la|ma) candidature|attribue[rz]? (?:un |le )?score|(?:acepta|aceptad|aprueba|aprobad) (?:esta|mi|la) (?:solicitud|candidatura)|pon(?:le|ga|er)? (?:una? )?(?:puntuacion|score)|(?:accetta|approva|accettate|approvate) (?:questa|la mia|la) (?:candidatura|richiesta)|(?:assegna|dai) (?:un )?punteggio|(?:aceita|aceite|aprova|aprove) (?:esta|a minha|a|essa) (?:candidatura|inscricao)|(?:atribui|atribua|de) (?:uma? )?(?:pontuacao|nota (?:100|maxima))|(?:accepteer|keur) (?:deze|mijn|de) (?:aanmelding|aanvraag|sollicitatie)|geef (?:een )?score|(?:zaakceptuj|zatwierdz) (?:to|te|moje|moja|ten) (?:zgloszenie|aplikacje)|ustaw (?:wynik|ocene|decyzje)|(?:godkann|acceptera) (?:denna|den har|min) ansokan|satt (?:poangen|betyget|beslutet)|(?:bu )?basvuruyu (?:kabul et|onayla)|puani? (?:100|yuz)|اقبل هذا الطلب|وافق علي هذا الطلب|اقبل الطلب|ضع الدرجة|اعط درجة)/u;
/** A machine named as the reader, with what it should do. */
const TELLS_MACHINE =
  /\b(?:any|the|an|every|dear|all|to) (?:ai|llm|bot|automated \w+|language model|machine)\b.{0,40}\b(?:should|must|respond|reply|answer|evaluat\w*|review\w*|reading|scor\w*|assess\w*)\b|\b(?:respond|reply|answer) only with\b|\bas an? (?:ai|language model)\b|como modelo de lenguaje|als sprachmodell|en tant que modele|come modello linguistico|como modelo de linguagem|als taalmodel|jako model jezykowy|skip (?:all |the |any )?(?:checks|review|vetting)|\bnew instructions?\s?:|\b(?:accept|approve) (?:all|every|any) (?:remaining |other |further )?(?:applicants?|applications?|creators?)|\breport score\b|hochste\w* (?:punktzahl|bewertung)|ne signale aucun|candidature validee/u;
const IGNORE_ABOVE =
  /(?:ignor\w*|disregard|forget|vergiss|vergesst|oublie[rz]?|olvida\w*|dimentica\w*|esquec\w*|vergeet|negeer|zignoruj|pomin|zapomnij|glom|ignorera|bortse fran|yok say|gormezden gel|unut|تجاهل|انس)\s.{0,30}(?:instruction|prompt|rule|guideline|criteria|anweisung|regel|vorgabe|consigne|instruction|regle|critere|instruccion|indicacion|regla|criterio|istruzion|regol|criteri|instruc|regra|criterio|instructie|regels|instrukcj|zasad|polecen|instruktion|regler|talimat|kural|تعليمات|اوامر|قواعد|معايير)/u;
const ADDRESSES_MACHINE =
  /(?:^|[\n\s"'([{<*#-])(?:system|assistant|sistema|systeme)\s?(?:prompt|message|note|override|nachricht|mensaje|messaggio)?\s?[:>\]]|<\/?(?:system|instructions?|assistant|admin)>|\[(?:system|inst|admin|ai)\]|\{\{.{0,40}(?:system|instruction|prompt)|\b(?:dear|hey|hello|note to|attention|an die|an den|liebe|a l'|pour l'|para la|para el|per l'|para a|aan de|do|till|al|alla|nota para|note pour|hinweis an|nota per|nota para a|let op)\s?(?:the |any |all )?(?:ai|a\.i\.|llm|language model|chatbot|gpt|chatgpt|claude|gemini|ki|ia|si|yapay zeka|modelo de lenguaje|sprachmodell|modelo de linguagem|modello linguistico|taalmodel)\b|\bif you are an? (?:ai|llm|language model|bot|automated)|(?:الي|ملاحظة ل)\s?(?:الذكاء الاصطناعي|النموذج|المساعد)/u;
/** What stands on a tin or a leaflet. */
const ON_THE_TIN =
  /(?:instructions?|anleitung\w*|anweisung\w*|consignes|instrucciones|istruzioni|instrucoes|instructies|instrukcj\w*) (?:on|in|from|auf|im|aus|sur|dans|de|del|en la|sulla|della|na|da|op|z) (?:the |der |dem |la |le |el |il |de |het )?(?:tin|pack\w*|box|label|manual|leaflet|bottle|kit|paint|dose|pack\w*|schachtel|eimer|boite|pot|lata|caja|scatola|confezione|embalagem|receita|receta|ricetta|recette|recipe|doos|verpakking|pudelk\w*)\b/gu;
/** People who write about such tools are not speaking to one. */
const ABOUT_TOOLS = /\bai (?:tools?|agents?|assistants?)\b/gu;

/** The application speaks to a machine that reads it. It moves nothing here: rules read words, they do not obey them. */
export function injection(application: Application, { all }: ApplicationText): Finding[] {
  const whole = [
    all,
    application.handle ?? '',
    ...application.commentTexts,
    ...application.posts.flatMap((post) => post.commentTexts),
  ].join('\n');
  const folded = foldText(whole).replaceAll(ABOUT_TOOLS, 'software').replaceAll(ON_THE_TIN, ' ');
  const isSpoken =
    TO_THE_REVIEWER.test(folded) ||
    TELLS_MACHINE.test(folded) ||
    IGNORE_ABOVE.test(folded) ||
    ADDRESSES_MACHINE.test(folded) ||
    suspectsInjection(folded);
  if (!isSpoken && !UNSEEN.test(whole)) return [];
  return [
    {
      flag: 'injection',
      sentence: isSpoken
        ? 'It gives instructions to a machine that might read it; they were read as words and followed by nobody.'
        : 'It holds characters that people cannot see and machines can.',
    },
  ];
}
