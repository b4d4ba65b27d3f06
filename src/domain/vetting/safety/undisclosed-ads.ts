import { foldText } from '../../text/fold-text.ts';
import type { Application } from '../application.ts';
import type { ApplicationText, ReadSentence } from '../application-text.ts';
import type { Finding } from '../flag.ts';

const DISCLOSED =
  /#\s?(?:ad|ads|advert\w*|sponsored|spon|paid\w*|gifted|werbung|anzeige|pub|publicite|publi|publicidad|patrocinad\w*|adv|sponsorizzat\w*|pubblicita|samenwerking|reclame|advertentie|spons\w*|reklama|wspolpraca\w*|reklam|annons|samarbete|isbirligi|sponsorlu|partenariat|collab\w*|kooperation|colaboracion\w*|collaborazione\w*|parceria\w*|اعلان\w*|إعلان)\b|#(?:اعلان|إعلان|شراكة)|^(?:ad|advert|anzeige|werbung|publicite|publicidad|adv|reklam\w*|annons|advertentie|اعلان)\b|\b(?:ad|advert|advertisement|paid ad|sponsored|paid partnership|paid promotion|paid collab\w*|in partnership with|gifted|pr gift|press gift|affiliate link|affiliate links|commission link|commissions? earned|i earn (?:a )?(?:small )?commission|i get (?:a )?commission|werbung|anzeige|bezahlte (?:partnerschaft|kooperation)|unbezahlte werbung|pr sample|selbst gekauft|affiliate[- ]?links?|publicite|sponsorise\w*|collaboration (?:commerciale|remuneree|payee)|partenariat remunere|lien affilie|produit offert|publicidad|publi|patrocinado|colaboracion pagada|enlace de afiliad\w*|regalo de la marca|pubblicita|sponsorizzato|collaborazione pagata|link affiliat\w*|prodotto regalato|publicidade|patrocinio|parceria paga|conteudo pago|link de afiliad\w*|oferecido pela|reclame|advertentie|betaalde samenwerking|affiliatelink|gesponsord|reklama|wspolpraca reklamowa|platna wspolpraca|post sponsorowany|material reklamowy|link afiliacyjny|reklam|annons|betalt samarbete|i samarbete med|annonslank|isbirligi|is birligi|reklamdir|sponsorlu)\b|اعلان|إعلان|شراكة مدفوعة|بالشراكة مع|مدفوع/u;
const CODE =
  /\b(?:code|codes|discount code|promo code|coupon|rabattcode|gutscheincode|gutschein|mit dem code|code promo|codigo|cupon|codice|codice sconto|cupom|kortingscode|kod|kodem|kodu|rabattkod|koden|kod rabatowy|indirim kodu)\b[\s:"'“«]*(?:is |ist |est |es |e |est: |jest |ar )?[\s"'“«]*([a-z]{2,}[a-z]*\d+|[a-z0-9]*\d{1,2}\b)|(?:كود|الكود|كود الخصم|كود خصم)\s*:?\s*["“]?[a-z0-9]{3,}/u;
const UPPER_CODE =
  /\b(?:code|Code|CODE|código|Código|codice|Codice|cupom|cupón|kod|kodem|kortingscode|rabattkoden?|kodu|kodumla|kodum|كود|الكود)\b[\s:"'“«]*(?:\p{Lu}[\p{Lu}\d]{3,})/u;
/** A code by its look alone, such as `MARTA15`. */
const BARE_CODE = /(?<![\p{L}\p{N}#@])\p{Lu}{3,12}\d{1,2}(?![\p{L}\p{N}])/u;
const BRAND_LINK =
  /(?:link in (?:my )?bio|link in der bio|lien en bio|lien dans (?:ma|la) bio|link en (?:mi|la) bio|enlace en (?:mi|la|el) (?:bio|perfil)|link in bio|link na bio|link na minha bio|link w bio|lank i bion?|link biyo|profildeki link|swipe up|الرابط في البايو|رابط في البايو)/u;
const BRAND = /(?:^|\s)@[\w.]{2,}/u;
const SELLS =
  /(?:% off|\d+ ?% (?:rabatt|de reduction|de descuento|di sconto|de desconto|korting|rabatu|zniżki|znizki|indirim|خصم)|-\d+ ?%|discount|rabatt|reduction|descuento|sconto|desconto|korting|rabat\b|znizk|indirim|خصم|get yours|grab yours|go buy|shop now|order (?:now|yours|here)|holt (?:euch|ihn|sie)|jetzt bestellen|foncez|commandez|compralo|compradlo|pidelo|compratelo|correte a comprare|compra ja|corre para|bestel nu|haal hem|kupcie|zamowcie|kup teraz|kop nu|kop har|hemen al|siparis ver|اطلبوا|اشتروا)/u;
/** Thanks for something sent; thanks to a friend are no advertisement. */
const THANKS =
  /(?:thanks to @|thank you @|danke @|merci (?:a )?@|gracias (?:a )?@|grazie (?:a )?@|obrigad[ao] (?:a )?@|dank(?:je)? @|dziekuje @|tack @|tesekkurler @|شكرا @)/u;
const GIFT =
  /(?:parcel|package|box|gift|sending|sent me|pr\b|paket|packchen|geschenk|zusendung|colis|cadeau|envoi|regal\w+|paquete|envio|pacco|dono|kit\b|presente|recebid\w+|pakket|cadeautje|paczk\w+|prezent\w*|gava|hediye|kargo|هدية|طرد)/u;
const OWN =
  /\b(?:my (?:own )?(?:shop|store|book|ebook|course|pattern|patterns|etsy|brand|label|preset|presets|recipe book|cookbook|workshop|bakery|studio|pottery|prints)|mein(?:em|en|e)? (?:eigene\w* )?(?:shop|laden|buch|ebook|kurs|etsy\w*|workshop)|ma (?:boutique|propre)|mon (?:livre|ebook|cours|atelier)|mi (?:tienda|libro|ebook|curso|taller)|mio (?:negozio|libro|ebook|corso|laboratorio)|mia (?:bottega|guida)|minha (?:loja|marca)|meu (?:livro|ebook|curso|atelie)|mijn (?:eigen )?(?:winkel|webshop|boek|ebook|cursus)|moj\w* (?:sklep\w*|ksiazk\w*|ebook\w*|kurs\w*)|min (?:egen )?(?:butik|bok|kurs)|kendi (?:dukkan\w*|kitab\w*|magaza\w*)|kitabim|متجري|كتابي|دورتي)\b/u;

/** "I never put #ad on posts": a refusal and the word for advertising, close together. */
const REFUSES =
  /(?:\b(?:never|don't|do not|won't|without|no need to|nie|niemals|nicht|ohne|jamais|sans|pas|nunca|sin|no (?:pongo|etiqueto|marco)|mai|senza|non (?:metto|segnalo|scrivo)|nao|sem|nooit|niet|zonder|nigdy|bez|aldrig|inte|utan)\b|بدون|لا اكتب).{0,30}(?:#ad\b|#\s?(?:werbung|pub|publi|adv|reklam\w*|annons|anzeige)|\bad (?:tag|label|hashtag)|\blabel\w*|\bals werbung|\bals anzeige|\bkennzeichn\w*|\bmention pub|\bpublicidad\b|\bcomo publi\w*|\bcome pubblicita|\bals reclame|\bjako reklam\w*|\bsom reklam|اعلان)|\bkennzeichne.{0,30}\bnicht\b/u;
const SILENT =
  /(?:\b(?:never|don't|do not|won't|not|usually not|non|no|nicht|nie|ne|pas|nao|niet|inte|aldrig|nunca|mai|jamais|nooit|nigdy)\b.{0,25}(?:disclos\w*|say|mention|write|tell|scrivo|dico|segnalo|sage|schreib\w*|erwahn\w*|dis\b|mentionn\w*|precis\w*|digo|escribo|menciono|aviso|zeg|schrijf|vermeld|mowie|pisze|sager|skriver|namner)\b.{0,45}(?:sponsor\w*|\bpaid\b|\bads?\b|advert\w*|pagat\w*|bezahlt\w*|remuner\w*|pagad\w*|\bpago\w*|betaald\w*|platn\w*|betal\w*|werbung|\bpub\b|publi\w*|reklam\w*))/u;
const AGAINST = /\b(?:no hidden ads|against|gegen|contre|contra|contro|tegen|przeciw|mot)\b/u;
const REFUSES_TO_HIDE =
  /\b(?:never hide|never skip|never forget|don't hide|nie vergess\w*|niemals ohne|never without|jamais sans|nunca sin|mai senza|nunca sem|nooit zonder|nigdy bez|aldrig utan|no exceptions|vergesse nie)\b/u;

/** Advertising posts without the word that says so, or the plan to hide it. Selling one's own things is no advertisement. */
export function undisclosedAds({ posts, bio }: Application, { sentences }: ApplicationText): Finding[] {
  const plans = sentences.filter((sentence) => plansToHide(sentence));
  const bioDiscloses =
    DISCLOSED.test(foldText(bio)) &&
    /\b(?:all|every|alle|tous|todos|tutti|wszystkie|alla|tum)\b/u.test(foldText(bio));
  const hidden = bioDiscloses
    ? []
    : posts.filter(({ text }) => isAdvert(text) && !DISCLOSED.test(foldText(text)));
  if (hidden.length > 0)
    return [
      {
        flag: 'undisclosed_ads',
        sentence: `${hidden.length} of ${posts.length} posts advertise with a code or a link and do not say that they are advertising.`,
      },
    ];
  if (plans.length === 0) return [];
  return [{ flag: 'undisclosed_ads', sentence: 'It says that advertising is not marked as such.' }];
}

function plansToHide({ text, where, count }: ReadSentence): boolean {
  const folded = foldText(text);
  if (REFUSES_TO_HIDE.test(folded) || AGAINST.test(folded)) return false;
  return count('hides_ads') > 0 || (where === 'about' && (REFUSES.test(folded) || SILENT.test(folded)));
}

function isAdvert(text: string): boolean {
  const folded = foldText(text);
  if (OWN.test(folded)) return false;
  if (CODE.test(folded) || UPPER_CODE.test(text)) return true;
  const names = BRAND.test(folded);
  if (names && BARE_CODE.test(text)) return true;
  const sells =
    SELLS.test(folded) ||
    (THANKS.test(folded) && GIFT.test(folded)) ||
    (names && GIFT.test(folded) && BRAND_LINK.test(folded));
  const links = BRAND_LINK.test(folded);
  return (names && (sells || links)) || (sells && links);
}
