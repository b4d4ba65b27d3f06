/** @param joined words of writings without spaces between words. */
const edge = (words: string, joined?: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])${joined === undefined ? '' : `|${joined}`}`,
    'giu',
  );

/** Words that say by themselves that a voucher code follows. */
export const STRONG_LABEL = edge(
  [
    '(?:promo(?:tion(?:al)?)?|coupon|voucher|discount|offer|referral|gift|savings?|rebate|checkout|deal|shop|creator)[ -]?codes?',
    'codes? promo(?:tionnels?|s)?|codes? (?:de )?(?:réduction|reduction|remise|avantage|privilège|parrain(?:age)?|coupon)s?|bons? de réduction',
    '(?:gutschein|rabatt|aktions|promo|vorteils|coupon|voucher|spar|bonus)-?codes?|(?:gutschein|vorteils|aktions)-?nummer',
    'c[óo]digos? (?:promocional(?:es)?|promo|promocionais|(?:de )?(?:descuento|cup[óo]n|oferta|desconto|cupom|cupão|promoção)s?)|cupon(?:es)? de descuento|cup(?:om|ão) de desconto|cup[óo]n(?: de descuento)?|cupom|cupão',
    'codic[ei] (?:di )?(?:sconto|promozional[ei]|promo|coupon)|buon[oi] sconto',
    '(?:kortings?|actie|voucher|coupon|promotie)-?codes?',
    'kod(?:y|u|em|ów)? (?:rabatow|promocyjn|zniżkow)(?:y|e|ym|ego|ych)|kupon(?:u|em)? rabatowy',
    '(?:rabatt?|kampanj|erbjudande|kampagne|værdi)-?kod(?:en?|er|erna|erne)?',
    'alennuskoodi(?:lla|n)?|slevov(?:ý|ého|ým) k[óu][dp](?:em|u|on)?|indirim kodu|kupon kodu|cod(?:ul)? (?:de reducere|promo|promoțional)|kuponkód(?:dal)?|промо-?код(?:ом|а|у|и)?|код (?:на|за) (?:скидку|знижку|отстъпка)|kupónov(?:ý|ého|ým) k[óu]d(?:em|om)?|zľavov(?:ý|ého|ým) kód(?:om)?|kedvezménykód(?:dal|ot)?|κωδικ(?:ός|ό|ού|οί) (?:έκπτωσης|προσφοράς|κουπονιού)|εκπτωτικό[ςν]? κωδικ(?:ός|ό)|κουπόνι|(?:promo|rabatni) kod(?:om)?|kod za popust|kode (?:promo|diskon|kupon|voucher|referral)|mã (?:giảm giá|khuyến mãi|khuyến mại|voucher|coupon)|(?:kampanja|etu|tarjous)koodi(?:lla|n)?|sooduskood(?:i|iga)?|nuolaidos kod(?:as|ą|u)|atlaides kod(?:s|u)|indirim kod(?:u|unu|uyla)|kupon kod(?:u|unu|uyla)',
  ].join('|'),
  '(?:クーポン|プロモ(?:ーション)?|割引|優待|特典|招待|紹介|キャンペーン)(?:券)?の?(?:コード|番号)|(?:打折|折扣|优惠|優惠|促[销銷]|推[荐薦]|邀[请請]|兑换|兌換|减免|返利|代金)(?:券)?(?:代)?(?:[码碼]|口令)|(?:쿠폰|할인|프로모션|프로모|추천인?|혜택|바우처|초대) ?(?:코드|번호)|(?:كود|رمز) (?:ال)?(?:خصم|قسيمة|كوبون|ترويجي)|كوبون(?: خصم)?|קוד (?:ה)?(?:קופון|הנחה|מבצע)|קופון|โค้ดส่วนลด|คูปอง|प्रोमो कोड|कूपन कोड',
);

/** Words that say so only beside an offer. */
export const WEAK_LABEL = edge(
  'codes?|c[óo]digos?|codic[ei]|kod(?:em|u|en|a|er|erna|y|om)?|kode[nr]?|koodi(?:lla)?|kód(?:em|dal|u)?|cod\\.(?=\\s)|cod(?:ul)?|coupons?|vouchers?|gutscheine?|cupones|cupons|cupões|kupon(?:em|u)?|kupón(?:em|om)?|код(?:ом|а|у)?|κωδικ(?:ός|ό|ού)|kood(?:i|iga)?|kodas|kodą|mã',
  'コード|코드|كود|קוד|โค้ด|कोड',
);

/** What stands before `code` when no voucher is meant. */
export const OTHER_CODE_BEFORE =
  /(?:episode|isrc|course|class|module|lesson|exam|job|employee|event|league|batch|lot|source|qr|zip|ean|upc|gtin|mpn|isbn|hs|tariff|reason|seller|pickup|postal?|post|product|item|style|colou?r|country|area|error|status|verification|confirmation|currency|dress|bar|html|css|js|java|python|security|access|activation|licen[cs]e|tracking|order|sku|model|serial|pin|pass|morse|https?|exit|iban|swift|sort|tax|dial|region|state|reservation|booking|return|category|department|diagnostic|fault|machine|open|legacy|sample|example|vin|moral|ethical|legal|artikel|kunden|länder|farb|fehler|quell|strich|landes)[\s-]{0,2}$/i;
/** What stands after it then. */
export const OTHER_CODE_AFTER =
  /^[\s-]{0,2}(?:postale?s?|fiscale|pocztowy|fuente|source|couleur|barres?|barras|civil|pénal|pin|produit|prodotto|producto|produto|article|qr|color|pays|país|paese|of conduct|of ethics|review|base|signed|editor|snippet|block|sample|de la route|de conduite|morse|kreskowy|kraju|produktu|vein|napoléon)(?![\p{L}])/iu;

/** Entering a code, in the imperative or beside `with`. */
export const ENTER_WORD = edge(
  'use|using|enter|apply|add|type|try|quote|redeem|with|mention|verwende[tn]?|nutz(?:e|t|en)|gebt?|eingeben|einlösen|mit|utilisez|utilise|saisissez|entrez|tapez|avec|usa|utiliza|introduce|ingresa|aplica|con|inserisci(?:lo)?|utilizza|digita|usando|utilize|aplique|insira|digite|com|gebruik|vul|voer|met|użyj|wpisz|podaj|z|använd|ange|skriv|med|brug|indtast|bruk|käytä|kullan|използвай|použij|zadej',
);

/** Where it is entered. */
export const CHECKOUT_WORD = edge(
  '(?:coupon|promo|voucher|discount|code)(?: code)? (?:box|field|section)|check-?out|at the till|(?:shopping )?(?:cart|basket|bag)|kasse|warenkorb|bestell(?:vorgang|prozess|ung)|panier|caisse|paiement|commande|carrito|cesta|caja|pago|carrello|cassa|pagamento|carrinho|finalizar|winkel(?:mand|wagen)|afrekenen|kassa|kassan|koszyku|koszyk|kasie|zamówieni[ua]|varukorgen?|kurven?|handlekurven?|kassen|košíku|sepette|ostoskori(?:ssa)?|sepet\\p{L}{0,4}|ödeme\\p{L}{0,4}|košík\\p{L}{0,3}|pokladn\\p{L}{1,3}|kosár\\p{L}{0,4}|pénztár\\p{L}{0,4}|coș\\p{L}{0,3}|καλάθι|ταμείο|корзин\\p{L}{1,2}|кошик\\p{L}{0,3}|оформлени\\p{L}{1,2}|kassalla|keranjang|giỏ hàng|thanh toán',
  'カート|レジ|購入画面|注文画面|结账|結帳|结算|결제|장바구니|السلة|الدفع|עגלה|קופה|ตะกร้า',
);

/** Words about vouchers and discounts that make a code beside them likely. */
export const OFFER_WORD = edge(
  'promo|promos|coupons?|vouchers?|discounts?|offers?|deals?|savings?|save|saves|off|sale|gutscheine?|rabatte?|angebote?|réductions?|remises?|bons? plans?|descuentos?|ofertas?|cup[óo]n(?:es)?|ahorra|sconti|sconto|offert[ae]|risparmi[ao]?|descontos?|cup(?:om|ons|ão|ões)|korting(?:en)?|acties?|aanbieding(?:en)?|rabat[uy]?|zniżk[iaę]|promocj[aie]|kupony?|rabatten?|erbjudanden?|alennus|slev[ay]|indirim|promo[cç][aã]o|скидк[аиуо]й?|знижк\\p{L}{1,3}|отстъпк\\p{L}{1,2}|έκπτωση|εκπτώσεις|προσφορ(?:ά|ές)|indirim\\p{L}{0,6}|kampanya\\p{L}{0,4}|kedvezmény\\p{L}{0,5}|akció\\p{L}{0,4}|reducer[ei]\\p{L}{0,3}|ofert[eă]|popust\\p{L}{0,3}|akcij[ae]|diskon|promosi|giảm(?: giá)?|ưu đãi|slevov\\p{L}{1,4}|zľav\\p{L}{1,4}|alennus\\p{L}{0,4}|tarjous|tilbud|rabat|[a-zäöåæøñ]*(?:gutschein|rabatt?|korting)s?-?(?:kod|code)[a-z]*',
  '割引|クーポン|セール|オフ|送料無料|优惠|優惠|折扣|满减|할인|쿠폰|무료 ?배송|خصم|تخفيض|عروض|הנחה|מבצע|ส่วนลด|छूट',
);
