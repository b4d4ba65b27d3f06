/**
 * What words of seven languages (en, de, fr, es, it, nl, pt) tell of a page alike, as beginnings of folded words (`~` ends a
 * whole word). Written from the languages; which of them tells of what kind of page is learnt.
 */
export const PAGE_WORDS = {
  best: 'best~(?! (?:ways?|methods?|practices?|times?|tips)~)|top \\d|top~|greatest|favou?rites?|our picks|recommended|beste[nrs]?~(?! (?:art|methode|weg|tipps|manier)~)|meilleure?s?|mejor|miglior|melhor|aanrader|favoriet|vergelijk.{0,12}beste',
  review:
    'review|hands-on|verdict|testbericht|im test~|erfahrungsbericht|rezension|avis~|test complet|notre test|resena|analisis de|opinion sobre|recensione|la prova~|recensie|analise~|resenha|uitgetest',
  howto:
    'how to~|how do~|how can~|guide~|tutorial|step[- ]by[- ]step|ways to~|tips~|instructions|fix~|anleitung|so geht|so \\p{L}+ (?:sie|du|man)~|wie (?:man|du|sie|ich)~|ratgeber|schritt fur|tipps|comment \\p{L}+(?:er|ir|re)~|como \\p{L}+(?:[aei]r)(?:se)?~|etapes?~|astuces|conseils|pasos|guia~|consejos|paso a paso|come \\p{L}+re~|guida~|consigli|passo|hoe~|stappen|handleiding|dicas|passo a passo',
  gift: 'gifts?~|presents? for|stocking stuffer|geschenk|cadeaux?~|idees? cadeau|regalos?~|regali~|presentes?~ (?:para|de)|prendas~|kado|cadeautips|wish ?list',
  coupon:
    'coupons?|promo ?codes?|promotional codes?|vouchers?|discount codes?|gutschein|rabattcode|aktionscode|codes? promo|bons? de reduction|codes? de reduction|codigos? (?:promocional|de descuento|descuento|de desconto)|cupon|cupom|cupons|codici? sconto|buoni? sconto|kortingscode|actiecode|kortingsbon',
  deal: 'deals?~|sales?~|black ?friday|cyber ?monday|prime day|clearance|bargain|price drop|save \\W?\\d|lowest price|schnappchen|angebot|sonderangebot|rabatt|reduziert|bons plans?|soldes|promo~|promos~|promotions?~|ofertas?|oferton|chollos?|rebajas|offerte|sconti|saldi|in offerta|aanbieding|koopjes|korting|promoco|descontos|saldos',
  versus:
    'vs~|versus|compared|comparison|head[- ]to[- ]head|vergleich|gegenubergestellt|comparatif|compare~|comparativ|comparacion|confronto|a confronto|vergelijking|vergeleken|comparacao',
  tested:
    "tested|lab[- ]test|we tried|i tried|i've tried|put to the test|getestet|im test~|wir haben .{0,20}getestet|teste[es]?s?~|nous avons test|a l'epreuve|probado|hemos probado|a prueba|testat|provat|abbiamo provato|getest~|uitgeprobeerd|testamos|testado",
  method:
    'how we test|how we chose|how we pick|our method|methodology|why (?:you should )?trust us|our testing|test results?|criteria|scoring|what we like|so testen wir|testverfahren|testkriterien|bewertungskriterien|unsere methode|comment nous|notre methode|nos criteres|protocole|como probamos|como hemos|nuestra metodolog|criterios|come abbiamo|il nostro metodo|criteri~|hoe wij testen|testmethode|criteria|como testamos|metodologia',
  proscons:
    "pros~|cons~|downsides?|drawbacks?|what i don't like|bottom line|runner[- ]up|best overall|best value|best budget|vorteile|nachteile|pro und contra|fazit|preistipp|testsieger|avantages|inconvenients|points forts|points faibles|verdict|ventajas|desventajas|inconvenientes|lo mejor|lo peor|conclusion|pregi|difetti|vantaggi|svantaggi|voordelen|nadelen|pluspunten|minpunten|conclusie|vantagens|desvantagens|pontos positivos|veredicto",
  question:
    'what is~|what are~|why~|when~|which~|should (?:i|you)~|is it~|do i~|can i~|faq|frequently asked|was ist|warum|wann|welche|haufige fragen|qu.est-ce|pourquoi|quel|questions frequentes|que es~|por que|cuando|cual|preguntas frecuentes|cos.e~|perche|quando|quale|domande frequenti|wat is~|waarom|wanneer|veelgestelde|o que e~|perguntas frequentes',
  forum:
    'thread|forum|replies|reply~|posted by|posts?: ?\\d|joined:?~|member since|registered|registriert|upvote|likes received|quote~|original poster|solved|re:|community|beitrage?~|antworten|themenstarter|mitglied seit|verfasst am|zitat|zitieren|messages?~|membre depuis|inscrit|repondre|citer|mensajes?~|miembro desde|responder|citar|registrado|messaggi|iscritto|rispondi|cita~|berichten|lid sinds|beantwoorden|citeren|geregistreerd|mensagens|membro desde|responder',
  shop: 'add to (?:cart|bag|basket)|add to trolley|in den (?:waren|einkaufs)korb|ajouter au panier|anadir (?:al|a la) (?:carrito|cesta)|agregar al carrito|aggiungi al carrello|in winkel(?:wagen|mand)|toevoegen aan|adicionar ao carrinho|buy now|jetzt kaufen|acheter|comprar ahora|compra ora|acquista|nu kopen|comprar agora|checkout|your (?:cart|bag|basket)~|warenkorb~|panier~|carrito~|carrello~|winkelwagen~|carrinho~',
  stock:
    'in stock|out of stock|free shipping|free returns?|free delivery|delivery in|ships in|auf lager|lieferbar|versandkosten|kostenloser versand|lieferzeit|ruckgabe|en stock|livraison|retours? gratuit|en existencias|disponible|envio gratis|devolucion|disponibile|spedizione|reso gratuito|op voorraad|gratis verzending|bezorg|retour|em estoque|em stock|frete gratis|envio gratuito|entrega|sku~|item no|artikelnummer|reference~|size guide|select (?:a )?size|quantity|menge~|quantite|cantidad|quantita|aantal|quantidade',
  listing:
    'sort by|filter(?: by|s)?~|results?~|showing \\d|items?~ (?:found|of)|per page|load more|view all|sortieren|artikel~|ergebnisse|mehr anzeigen|trier par|filtrer|resultats|produits~|ordenar|filtrar|resultados|productos~|ordina|filtra|risultati|prodotti~|sorteer|filteren|resultaten|producten~|produtos~|all categories|shop by',
  home: 'welcome to|shop by category|new arrivals|new in~|bestsellers?|our story|featured collection|shop all|discover our|free shipping on orders|neuheiten|neu eingetroffen|willkommen bei|unsere kollektion|nouveautes|bienvenue|notre histoire|novedades|bienvenid|nuestra historia|novita|benvenut|la nostra storia|nieuw binnen|welkom bij|ons verhaal|novidades|bem-vind|a nossa historia|follow us|newsletter|store locator|gift cards',
  service:
    'our services|contact us|get a quote|book (?:a|an|now)|appointment|free consultation|our team|testimonials|kontakt|unsere leistungen|angebot anfordern|termin vereinbaren|nos services|demander un devis|nous contacter|prendre rendez|nuestros servicios|solicitar presupuesto|contactanos|i nostri servizi|preventivo|contattaci|onze diensten|offerte aanvragen|neem contact|nossos servicos|orcamento|fale connosco|free trial|pricing|enterprise|privacy policy|terms of (?:use|service)|impressum|log in|documentation|api~|404|page not found',
  news: 'announced|according to|said~|told~|reported|spokesperson|statement|minister|government|election|police|court|study|researchers|sagte|laut~|mitteilte|studie|regierung|polizei|sprecher|a declare|selon~|gouvernement|etude|dijo|segun~|gobierno|estudio|policia|ha detto|secondo~|governo|studio|zei~|volgens~|regering|onderzoek|woordvoerder|disse~|segundo~|estudo',
  firsthand:
    "i (?:tested|tried|used|bought|measured|weighed|compared|wore|cooked|noticed|found)~|we (?:tested|tried|used|bought|measured|weighed|compared|ran|spent|found)~|in my (?:test|experience|kitchen|hands)|my (?:own|first|favorite|favourite)~|i've (?:been|used|tried|had|tested|owned)|we've (?:been|used|tried|had|tested)|after (?:\\w+ )?(?:weeks?|months?|days?|years?) of~|our testers?|during (?:our|my) test|hands[- ]on|ich habe~|wir haben~|in meinem|in unserem test|im alltag|nach (?:\\w+ )?(?:wochen|monaten|tagen)~|bei mir~|j'ai~|nous avons~|apres (?:\\w+ )?(?:semaines|mois|jours)|chez moi|pendant (?:notre|mon) test|he (?:probado|usado|medido|comprado)|hemos (?:probado|medido|usado)|tras (?:\\w+ )?(?:semanas|meses|dias)|en mi~|ho (?:provato|usato|misurato|comprato)|abbiamo (?:provato|misurato|usato)|dopo (?:\\w+ )?(?:settimane|mesi|giorni)|ik heb~|we hebben~|na (?:\\w+ )?(?:weken|maanden|dagen)~|bij mij~|testei|usei|comprei|medi~|testamos|apos (?:\\w+ )?(?:semanas|meses|dias)",
  step: 'step \\d|first,|next,|then~|finally,|repeat|tools? (?:you|needed)|you will need|what you.ll need|materials|schritt \\d|zuerst~|danach~|anschliessend|zum schluss|du brauchst|sie brauchen|benotigen|werkzeug|etape \\d|d.abord|ensuite~|enfin,|il vous faut|materiel|paso \\d|primero|despues|luego~|por ultimo|necesitas|necesitaras|passaggio \\d|prima di tutto|poi~|infine|occorrente|ti serve|stap \\d|eerst~|daarna|vervolgens|tot slot|je hebt nodig|benodigd|passo \\d|primeiro|depois~|em seguida|por fim|voce (?:vai )?precisa|precisara',
  hype: 'must[- ]have|game[- ]changer|look no further|perfect choice|amazing|incredible|ultimate|unbeatable|best price|best deals?|check (?:the )?(?:latest )?price|top[- ]notch|high[- ]quality|state[- ]of[- ]the[- ]art|great option|without breaking the bank|buy on amazon|view on amazon|hochwertig|unschlagbar|perfekte wahl|bester preis|preis prufen|jetzt bei amazon|bei amazon (?:kaufen|ansehen)|preis-leistung|ein muss|incontournable|meilleur prix|voir le prix|voir sur amazon|ideal pour|qualite superieure|imprescindible|mejor precio|ver precio|ver en amazon|alta calidad|imbatible|imperdibile|miglior prezzo|vedi (?:il )?prezzo|vedi su amazon|alta qualita|beste prijs|bekijk (?:de )?prijs|bekijk op|topkwaliteit|onmisbaar|imperdivel|melhor preco|ver preco|ver na amazon|alta qualidade',
  redeem:
    'show code|get code|reveal code|copy code|use code|promo code|verified|expires?~|valid (?:until|till)|used \\d+|success rate|redeem|code (?:anzeigen|kopieren)|gutschein (?:anzeigen|einlosen)|gultig bis|einlosen|mindestbestellwert|voir le code|afficher le code|copier|valable|expire|ver codigo|mostrar codigo|copiar|valido|caduca|canjear|mostra codice|copia|scade|valido fino|toon code|code tonen|kopieer|geldig|verloopt|verzilver|ver cupom|mostrar|pegar codigo|valido ate|expira|exclusive|new customers?|neukunden|nouveaux clients',
} as const;

export type PageWord = keyof typeof PAGE_WORDS;
export const PAGE_WORD_NAMES = Object.keys(PAGE_WORDS) as readonly PageWord[];

const SOURCES = PAGE_WORD_NAMES.map(
  (name) =>
    [name, `(?<![\\p{L}\\p{N}])(?:${PAGE_WORDS[name].replaceAll('~', '(?![\\p{L}\\p{N}])')})`] as const,
);
const ONCE = new Map(SOURCES.map(([name, source]) => [name, new RegExp(source, 'u')]));
const EVERY = new Map(SOURCES.map(([name, source]) => [name, new RegExp(source, 'gu')]));

/** Whether a folded text says it at all. */
export const says = (name: PageWord, folded: string): boolean => ONCE.get(name)?.test(folded) ?? false;

/** How often a folded text says it. */
export function countWords(name: PageWord, folded: string): number {
  const pattern = EVERY.get(name);
  return pattern ? (folded.match(pattern)?.length ?? 0) : 0;
}
