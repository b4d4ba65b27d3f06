import { foldText } from '../text/fold-text.ts';

/** `ask`: wants something. `settled`: says that a matter is done, or is not meant. `other`: all the rest. */
export type SentenceRole = 'ask' | 'settled' | 'other';

const SENTENCES_MAX = 80;
const SENTENCE_END = /(?<=[.!?؟。！？])\s+|(?<=[。！？])|\n+/u;

const ASK =
  /[?؟？]|\b(?:please|could (?:you|we|i|someone)|can (?:you|we|i|someone)|would (?:you|it|love|like|be)|i'd (?:like|love|even)|we'd (?:like|love)|i want|we want|i need|we need|need(?:s)? (?:a|an|the|some|to)|requesting|request(?:ed|s)?|asking (?:for|whether|if|about)|let me know|let us know|send (?:me|us)|looking for|give (?:me|us)|help (?:me|us)|wonder(?:ing)?|i am writing to|i'm writing to|writing to|would love|hoping|may (?:i|we)|how (?:do|can|does)|kindly|look into|any chance)\b|\b(?:bitte|konn(?:en|ten|te|t)|kannst|durf(?:en|te|ten|t)|mocht(?:e|en)|wunsch\w*|brauch\w*|benotig\w*|hatte(?:n)? gern|wurd(?:e|en) (?:ich|wir|mich|uns|gern)|gerne?|frage|schick\w*|ob)\b|\b(?:pourr\w+|pouvez|peux|peut|pouvons|voudr\w+|souhait\w+|aimer\w+|merci de|veuillez|besoin|serait-il|est-il|auriez|envoy\w+|demande)\b|\b(?:podri\w+|pueden?|puedes|podeis|podemos|puedo|quisier\w+|quier\w+|queremos|querri\w+|gustaria|necesit\w+|rogamos|ruego|solicit\w+|por favor|enviar\w*)\b|\b(?:potre\w+|puo|puoi|potete|possiamo|posso|vorre\w+|gradire\w*|chied\w+|serv\w+|per favore|per cortesia|prego|invia\w*|bisogno)\b|\b(?:poder\w+|pode|podem|posso|gostar\w+|queria\w*|quero|queremos|precis\w+|solicit\w+|faz(?:em)?-me falta|se faz favor|enviar\w*)\b|\b(?:graag|kun(?:nen|t)?|kan|zou(?:den)?|mag|mogen|wil(?:len)?|alstublieft|alsjeblieft|aub|svp|nodig|verzoek\w*|vraag)\b|(?:من فضلك|ارجو|نرجو|اريد|نريد|اود|نود|احتاج|نحتاج|ممكن|يمكن|هل|ابي|الرجاء|يرجي|ودي|محتاج\S*)|(?:ください|でしょうか|お願い|いただけ)|\b(?:prosz\w+|czy|mog\w+|potrzebuj\w+|chcial\w+)\b|\b(?:kan ni|skulle|garna|behover|snalla|undrar)\b|\b(?:lutfen|misiniz|rica|istiyor\w+|mumkun)\b/u;
const SETTLED =
  /\b(?:sorted|resolved|solved|fixed|all set|works? (?:now|again|fine|perfectly)|working (?:now|again)|is (?:paid|done|settled)|was perfect|not asking (?:for|about)|isn't about|is not about|not about|nothing to do with|ignore the|never mind|no to|don't need|do not need|don't want|don't do|not a journalist|no need|unrelated|arrived safely|came through|received,? thank)\b|\b(?:erledigt|gelost|behoben|geklart|funktioniert (?:wieder|jetzt|nun)|lauft wieder|laufen wieder|angekommen, danke|unabhangig davon|nicht um|kein(?:e|en)? bedarf)\b|\b(?:regle|reglee|resolu|resolue|bien recu|fonctionne (?:a nouveau|maintenant)|rien a voir|c'est bon|ne concerne pas)\b|\b(?:resuelt\w+|solucionad\w+|arreglad\w+|ya funciona|ya esta|recibid\w+, gracias|no se trata|nada que ver|olvid\w+)\b|\b(?:risolt\w+|sistemat\w+|a posto|ora funziona|adesso si|arrivat\w+, grazie|non riguarda|niente a che)\b|\b(?:resolvid\w+|tratad\w+|ja funciona|a funcionar|esta pag\w+|nao se trata|nada a ver|recebid\w+, obrigad\w+)\b|\b(?:opgelost|geregeld|afgehandeld|werkt (?:weer|nu)|is betaald|gaat niet over|los daarvan|niets te maken)\b|(?:تم حل|انحلت|تم الحل|وصلت شكرا|لا يتعلق)/u;

/** The sentences of a text, folded as the lexicon wants them, each with what it does. */
export function sentenceRoles(text: string): { readonly sentence: string; readonly role: SentenceRole }[] {
  return text
    .split(SENTENCE_END)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 1)
    .slice(0, SENTENCES_MAX)
    .map((sentence) => ({ sentence, role: roleOf(foldText(sentence)) }));
}

function roleOf(folded: string): SentenceRole {
  if (SETTLED.test(folded)) return 'settled';
  return ASK.test(folded) ? 'ask' : 'other';
}
