/** Words that follow or stand for `code` and are none, in lower case. */
export const NO_CODES: ReadonlySet<string> = new Set(
  `a about above access activate active add added again all also an and any anywhere applied applies apply are as ask at auto automatic
  automatically available back banner basket be been before begin begins below bonus but button buy by can cannot cart case check
  checkout click code codes collect combine contains copied copy copying coupon coupons customer customers date days deal deals details
  directly discount discounts do does done doesn don during each earn easy email ends enjoy enter entered every exclusive exclusively exclusion
  exclusions expire expired expires expiry extra faq field fields finder first for form found free from get gets gift give gives giving go good
  grab guide has have head here hidden highlighted how however if immediately in included information into invalid is issued it item items
  its just last latest left less like limit limited link list live log login luck mail make match may me mentioned more most must my name need
  needed never new newsletter next no none not now null number of off offer offered offers on once one online only or order orders our out
  own page paste percent please prior promo promos promotion promotional promotions provided purchase purchases reads receive received redeem
  redeemed redemption required requires reveal review reviews sale save saved savings section see select selected send sent shipping shop
  shopping shown show sign site sitewide so some specific start starts still stack stacking store stores stuff subject submit subscribe such tba tbc tbd test than that
  the their them then there these they this through til till time to today top total type undefined unique unlock until up upon us usage use used
  useful user users using valid validation verify via view visit voucher vouchers want was we week welcome when where which while who will
  with within without work worked working works would year yes yet you your yourself n/a true false working? exist exists pending unlimited
  delivery hello offer! copied! postage sold hot cold expired! sale! new! top neu alert shipping! unavailable checkout! cookies menu close search home account wishlist blog about
  paypal klarna unidays totum revolut rakuten venmo studentbeans groupon afterpay clearpay affirm visa mastercard amex sezzle applepay usa uk eu gmbh llc ltd inc faq faqs vat iva tva mwst terms tcs html http https json url uri api
  pin zip sms pdf ssl vpn dvd diy seo asap fyi psa imo imho edit update updated tldr rrp msrp bogo nhs
  ab abgelaufen aktion alle allen als am an anwenden anzeigen auch auf aus bei beim bekommen bereits bestellung bis bitte code das dein deine deinen dem den der des die
  dieser durch ein eine einen einfach eingeben einlösen einmal einsehen er erforderlich erhalten erhältlich es für gibt gilt gratis gutschein gutscheine gutscheincode gültig
  hier ihr im in ins ist jetzt kein keine kopieren kopiert könnt mehr mit muss nach nicht notwendig noch nur nutzen nötig oder ohne online rabatt sichern sich sie sind
  so sofort sowie über um und unseren unter vom von vor weitere wenn werden wie wird zeigen zu zum zur
  à afficher ainsi au aucun automatiquement aux avant avec bon ce ces cette chez ci-dessous ci-dessus comme copier copié dans de des disponible du en entre est et être exclusif expiré
  expirés ici il indiqué je l la le les lors lui mais nécessaire non nos notre nous obtenir ou par pas plus pour promo promotionnel que qui réduction remise requis sans
  se si soit son sont sur tout tous toute un une utiliser valable valables valide validé vers voir votre vous à
  al algún aplicar aplicado aquí aún caducado como con copiar copiado cuando cupón cupones de del descuento descuentos desde disponible el ella en es esta este está exclusivo
  gratis hasta hay la las lo los mostrar más ningún no nuestro necesario o obtener para pero por promocional que quiero se según ser si sin sobre su sus también te tienda tu un una usar
  utilizar utilizado válido válidos ver y ya
  aggiungi al alla anche che ci come con copia copiato coupon da dal dalla degli dei del della delle di dove e ed entro gli ha il incolla inserire inserito la le lo ma mostra nel
  nella nessuno non nostro o ogni ottenere per più promo promozionale qui richiesto scaduto sconto se senza si sono su sul tra tuo un una usare utilizzare valido validi vedi è
  ao aos aplicado as até com como copiar copiado cupom cupons da das de desconto disponível do dos e em está exclusivo foi grátis já mais mostrar na nas nenhum no nos não o os ou para pelo
  por pra promocional quando que se sem ser seu sua são também tem um uma usar utilizar válido ver você é
  aan alleen bij dan dat de deze die dit een en er geen geldig gebruiken gratis het hier hij ik in is je jouw kopieer kopiëren korting kortingscode krijg maar meer met moet naar niet nodig
  nog nu of om onze ontvang ook op per te tonen tot uit van verlopen voor wordt worden ze zijn zonder
  albo ale aktywny bez brak by być do dla i ich jak jest już kliknij kod kopiuj które lub ma na nie nieaktywny niepotrzebny oraz po pod pokaż przy przez rabat rabatowy się ten to tylko tu ważny wpisz w wygasł z za ze zniżka że
  att av de den det din du eller en ett finns från för gäller giltig gäller har hos här i inte kan kopiera kod koden koder krävs med men mer nu när och om på rabatt rabattkod som till ut utgången utan vid visa är
  personal personalised personalized unique single-use reusable nominative transferable secret individual personalisiert persönlich individuell einmalig
  geheim übertragbar begrenzt personnel personnelle nominatif individuel limité confidentiel único única nominativo intransferible limitado unico univoco
  limitato individuale personale pessoal intransmissível persoonlijk uniek eenmalig beperkt osobisty unikalny jednorazowy indywidualny personlig unik begränsad
  swój swoje swoją swojego twój twoje twoją suo sua uw ditt dina ert vuestro vuestra vostro vostra sein seinen ihre ihren leur votre
  anyway afterwards everything something anything yours items products article articles product postcode address phone attached simply either instead below-mentioned
  dafür dazu dann zuerst alles etwas artikel produkt produkte unten oben danach davor postleitzahl adresse ihn folgenden folgende
  tout quelque article articles produit produits adresse suivant ci-joint todo algo producto productos artículo artículos dirección siguiente
  tutto qualcosa prodotto prodotti articolo articoli indirizzo seguente tudo algo produto produtos artigo artigos endereço seguinte
  iets artikel artikelen product producten adres volgende wszystko coś produkt produkty adres następujący allt något varor produkter adress följande
  aktionscode rabattcode vorteilscode promocode couponcode vouchercode discountcode kortingscode actiecode rabattkod kampanjkod kuponkod codepromo
  añadir añade hinzufügen ajouter ajoutez aggiungere toevoegen dodaj adicionar lägg kaufen acheter achetez comprar compra acquista kopen kup köp
  versand versandkostenfrei lieferung sales livraison envío envio spedizione verzending verzendkosten wysyłka frakt
  alma oney ideal riverty sofort bancontact blik swish scalapay mobilepay twint giropay
  weiter continuer continuar continua verder dalej fortsätt bestellen commander pedir ordina bestel zamów beställ
  varies various divers diverse variable variiert varía varia
  oferta ofertas códigos og ikke gælder gjelder til ved af`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
