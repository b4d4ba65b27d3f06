import { foldText } from '../text/fold-text.ts';

const SIGNS: readonly RegExp[] = [
  /<<\/?sys>>|<\|(?:im_)?\w+\|?>|\{\{\s*(?:assistant|system|user|agent)|\[\[\s*(?:assistant|system|consigne|note|ai|ia|ki)|<\/?\w*(?:instruction|directive|system|assistant|anweisung)s?\b|begin (?:system|admin|override|instruction)|(?:system|admin|developer) override/,
  /(?:^|[\n.!?([{<>"'«-])\s*(?:attention |dear |hey |hello |to |note to |an die |an |a l'|a la |para |per |texto para |message pour )?(?:the |any |all |le |la |l'|el |die |das )?(?:ai|ia|ki|llm|gpt|chatgpt|copilot|assistant|asistente|assistente|automation|automated assistant|ai agent|agente|model|modelo|modell)(?: (?:de|of|di|von|agent|assistant|tools?|model|reader|messagerie|instruction)[\w ]{0,30})?\s*[:,](?!\/)/,
  /\b(?:ki|ai|ia|llm|agent|system|systeme|sistema)[- ]?(?:anweisung|instruktion|instruction|consigne|directive|prompt)|(?:consigne|instruction|instruccion|istruzione|instrucao)s? (?:systeme|du systeme|a l'ia|pour l'ia|para (?:la )?ia|del sistema)|(?:message|texte|note|consigne) (?:pour|a) l'(?:outil|ia|assistant)|\b(?:to|for) the automated (?:assistant|agent|system|reader)|\bai (?:tools?|agents?|assistants?)\b|\binstruction outranks/,
  /"?role"?\s*:\s*"?(?:system|assistant|developer)\b|\{\s*"(?:system|assistant|instruction|prompt)"\s*:|#{2,}\s*(?:assistant|system|consigne|anweisung|instruc\w+|prioritat)|\bassistant[_ ]instructions?|\b(?:begin|end|start of) hidden|\bhidden (?:task|for bots?|instruction|note)|\b(?:for|any|to|dear|all) (?:ai |mail |email )?bots?\b|\b(?:your|the) (?:ai|bot|chatbot)\b.{0,20}\b(?:send|approve|ignore|to)\b|\bignoring (?:all |any )?(?:limits|rules)|\bai (?:reviewer|classifier|filter|mail|inbox)\b|\bsecurity ai\b/,
  /\b(?:dear|attention|hello|hi) (?:email |mail |inbox |language |automated )(?:agent|assistant|model|system)|\blanguage model\b|\bmodele de langage|\bmodelo de (?:lenguaje|linguagem)|\bmodello linguistico|\bsprachmodell|\btaalmodel|\b(?:fur|an) automatische (?:systeme|leser)|\bsistema que (?:lee|le|legge)|\b(?:assistente|asistente|assistant) (?:ia|ai|virtual\w*|automat\w+)|\b(?:ia|ki|ai)[- ](?:assistent\w*|agent\w*)/,
  /(?:^|\n|[.!?]\s+)\s*(?:systeem|sistema|systeme|agent|agente|assistant|bot)\s*:\s*\p{L}/u,
  /ignor\w* (?:all |any |the |your |my )*(?:previous|prior|above|earlier|preceding|other|existing)?\s*(?:\w+ )?(?:instruction|iunstruction|prompt|rule|polic|guideline|direction|command|message)/,
  /(?:disregard|forget|override|bypass) (?:all |any |the |your |my |everything )*(?:previous|prior|above|earlier|system|safety)?\s*\w* ?(?:instruction|prompt|rule|polic|guideline|said|above)/,
  /\b(?:system|developer|assistant)[ _-]?(?:message|prompt|override|note|instruction)|<\/?(?:system|assistant|information|instructions?)>|\[(?:inst|system)\]|###\s*\(?(?:system|instruction)|^(?:system|assistant)\s*:/m,
  /\b(?:note|message|instruction|attention|ps|p\.s\.|p s|postscript)s? (?:to|for) (?:any |the |whichever |your |all |every )*(?:\w+ ){0,3}(?:ai|a\.i\.|llm|language model|assistant|bot|chatbot|agent|model|triage|classifier|automat\w+|robot|screening)/,
  /\b(?:ai|llm|automated|language|screening) (?:assistant|agent|model|system|reader|triage|classifier|bot)s?\b.{0,80}\b(?:must|should|please|set|mark|classify|approve|accept|reply|send|do not|don't|ignore|print|raise|pay|reading|reads?)/,
  /\b(?:you are|act as|pretend to be|you're) (?:now )?(?:a|an|the|in)? ?(?:\w+ )?(?:ai|assistant|language model|administrator|admin|developer mode|jailbroken|unrestricted)/,
  /\b(?:tool[ _]?call|function[ _]?call|call the tool|execute tool|run (?:the )?(?:tool|function|command))\b|\b\w+_\w+\s*\([^)]*=[^)]*\)/,
  /\b(?:classify|label|mark|treat|tag|route|file) (?:this|the|it|me) (?:\w+ ){0,3}as\b.{0,40}|\bset (?:the )?(?:decision|intent|urgency|tier|status|priority|route|commission|mustgotohuman)\b.{0,20}\bto\b/,
  /(?:print|reveal|show|output|repeat|disclose|list) (?:\w+ ){0,4}(?:system prompt|your prompt|your instructions|hidden instructions|configuration|api key|full list of partners|all partners|every partner)/,
  /do not (?:mention|tell|show|involve|alert|inform) (?:this|the|a|any|your)? ?(?:note|instruction|human|manager|user|operator|person)|without (?:human|manual) (?:review|approval)/,
  /\b(?:new|updated|your|following) (?:task|instruction|objective|directive)s? (?:is|are|:|instead)|strictly adhere to|before you can solve the task|^\s*todo: /m,
  /ignorier\w* (?:alle|die|samtliche)?.{0,20}anweisung|hinweis (?:an|fur) (?:die|den|das)? ?(?:ki|ai|assistent|system|bot)|ignore[rz]? (?:toutes? )?les? (?:instructions|consignes)|(?:note|message|instruction)s? (?:a|pour) (?:l'|le |la )?(?:ia|assistant|robot|agent|modele)|ignor[ae]\w* (?:todas )?las? (?:instrucciones|indicaciones)|(?:nota|mensaje|instruccion) para (?:la |el )?(?:ia|asistente|bot|agente|modelo|sistema)|ignora\w* (?:tutte )?le istruzioni|(?:nota|messaggio|istruzion\w+) per (?:l'|il |la )?(?:ia|assistente|bot|agente|modello|sistema)|ignor\w+ (?:todas )?as instrucoes|(?:nota|mensagem|instruc\w+) para (?:a |o )?(?:ia|assistente|bot|agente|modelo|sistema)|negeer (?:alle |de )?(?:vorige|eerdere|bovenstaande)?.{0,10}instructies|(?:notitie|bericht|opmerking|instructie) (?:voor|aan) (?:de |het )?(?:ai|assistent|bot|agent|model|systeem)|تجاهل (?:جميع |كل )?(?:التعليمات|الاوامر)|(?:ملاحظة|رسالة|تعليمات) (?:ل|الي )\S*(?:مساعد|ذكاء|نظام|نموذج|روبوت)/,
];

/**
 * Whether a text seems to speak to a machine rather than to a person.
 *
 * Telemetry, never a gate: what keeps an instruction from acting is that no reader of strangers' text has tools.
 */
export function suspectsInjection(text: string): boolean {
  const folded = foldText(text);
  return SIGNS.some((sign) => sign.test(folded));
}
