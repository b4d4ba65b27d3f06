/** A word to say or type that stands for a code, in en, de, fr, es, it, pt, nl, pl and sv. */
export const PASSWORD_LABEL =
  /(?<![\p{L}\p{N}])(?:(?:the |magic |secret |promo )(?:words?|phrase)|(?:das|dem|unser|unserem) wort|pass ?word|pass ?phrase|key ?word|code ?word|code ?name|stichwort|kennwort|passwort|losungswort|codewort|schlagwort|zauberwort|mot de passe|mot[- ]cl[ée]|mot magique|le mot(?! de| cl)|contraseña|palabra (?:clave|mágica)|la palabra(?! cl| m)|parola (?:chiave|d[’']ordine|magica|segreta)|la parola(?! chi| d| m| s)|palavra[- ](?:passe|chave|mágica)|a palavra(?! m| ch| p)|senha|wachtwoord|trefwoord|codewoord|het woord|hasło|hasłem|słowo|lösenord(?:et)?|kodord(?:et)?|nyckelord(?:et)?|ordet)(?![\p{L}\p{N}])/giu;

/** How a word is spelled, said right after it: it is meant letter by letter. */
export const SPELLED =
  /^["'“”„«»‘’)]?\s?[(,–—-]?\s?(?:\p{L}+,? )?(?:in (?:all )?(?:lower ?case|small letters|capitals|capital letters|caps)|all (?:lower ?case|caps|one word)|(?:as |in )?one word|lower ?case|with (?:the|a) (?:space|hyphen|dash)|case[- ]sensitive|exactly (?:so|like that|as written)|so geschrieben|genau so|klein ?geschrieben|(?:alles )?(?:in )?kleinbuchstaben|großbuchstaben|zusammengeschrieben|en (?:minuscules?|majuscules?|un (?:seul )?mot)|tout attaché|en (?:minúsculas?|mayúsculas?)|todo junto|(?:in|tutto) (?:minuscol[oe]|maiuscol[oe]|attaccato)|em (?:minúsculas?|maiúsculas?)|tudo junto|(?:in )?kleine letters|hoofdletters|aan elkaar|małymi(?: literami)?|wielkimi(?: literami)?|bez spacji|(?:med )?små bokstäver|stora bokstäver|ihopskrivet)(?!\p{L})/iu;

/** Typing, saying or putting it somewhere, right before. */
export const TYPES =
  /(?<!\p{L})(?:typ(?:e|es|ed|ing)|key(?:ing)? in|punch in|write|writing|say|saying|quote|quoting|mention(?:ing)?|pop|put|drop|plug|enter(?:ing)?|tippt?e?|taste[tn]|eintippen|schreibt?e?|gebt?|tragt?|nennt?|sagt?|tape[zr]?|tapant|[ée]cri(?:s|vez|vant)|entre[zr]?|saisi\p{L}+|indique[zr]?|mette[zr]|dites|escrib(?:e|es|id|iendo|ir|an|ís)|teclea(?:ndo)?|pon(?:ed|es|éis|iendo|er)?|introduc\p{L}+|inserta\p{L}*|deci[ds]|scriv(?:i|ete|endo|ere)|digit(?:a|ate|ando|are|e|em|ar)|inseri\p{L}+|metti|mettete|dite|escrev(?:a|e|endo|er|am)|insira|insiram|coloque|coloquem|diga|typt?|typen|intypen|vul|voer|noem|zeg|wpisz(?:cie|ecie|esz)?|wpisując|wpisuj[ąe]|wpisać|podaj(?:cie|ąc)?|skriv(?:er|a|s)?|ange|anger|knappa in|säg|spróbuj|probier[te]?|try|prova|prueba|essaie|essayez)(?:\s(?:in|the word|das wort|le mot|la palabra|la parola|a palavra|het woord|słowo|ordet|einfach|simply|just|simplement|simplemente|semplicemente|gewoon|po prostu|bara))?[\s:]{1,2}["'“„«‘]?\s?$/iu;

/** The place it goes to, right after, or between the verb and the code. */
export const PLACE =
  /(?<!\p{L})(?:check-?out|at the till|(?:cart|basket|bag)(?!\p{L})|(?:\p{L}+ ){0,2}(?:field|box)(?!\p{L})|when (?:you (?:order|book|pay|check out)|ordering|booking|paying)|where it (?:asks|says)|an der kasse|kasse|warenkorb|\p{L}*feld|bei der bestellung|beim bezahlen|bei der buchung|(?:la |cette )?(?:case|caisse)|champ|panier|(?:à la|lors de la) (?:commande|réservation)|au moment (?:de payer|du paiement)|casilla|carrito|cesta|caja|al (?:pagar|reservar|comprar)|casella|campo|spazio|carrello|cassa|al (?:pagamento|momento)|carrinho|(?:ao|no) (?:pagar|finalizar|pagamento)|afrekenen|winkel(?:mand|wagen)(?:tje)?|mandje|kassa|veld|vakje|koszyku|kasie|pol[ue]|okienk\p{L}+|przy zam[óo]wieni\p{L}+|kassan|varukorgen|rutan|fältet|vid köp)(?!\p{L})/iu;

/** What it brings, right after it. */
export const BRINGS =
  /^["'“”„«»‘’)]?,?\s(?:(?:and |und |et |y |e |en |i |a |och )?(?:you|you[’']ll|u|they[’']ll|it[’']s)\s\p{L}|(?:gets?|gives?|takes?|saves?|knocks?|brings?|unlocks?|adds?|is good)(?!\p{L})|(?:bekomm|erh[aä]lt|gibt|spar|krieg|gilt|gelten|bringt|zieht)\p{L}*|vous (?:avez|obtenez|b[ée]n[ée]ficiez|aurez|recevez|profitez)|(?:tu as|on a|obtenez|b[ée]n[ée]ficiez|profitez|donne|retire|enlève|offre)(?!\p{L})|(?:ten[ée]is|tienes|tienen|obt[ie]+n\p{L}+|consegu\p{L}+|llev[áa]\p{L}+|descuent\p{L}+)(?!\p{L})|(?:te|os|vi|ti|le) (?:hacen|dan|descuentan|quitan|fanno|tolgono|danno|regalan|toglie|quita|da|dan)(?!\p{L})|(?:avete|hai|ottien\p{L}+|ricev\p{L}+|risparmi\p{L}+|vale|c[’']è)(?!\p{L})|(?:t[êe]m|ganha\p{L}*|recebe\p{L}*|dá)(?!\p{L})|(?:krijg\p{L}*|ontvang\p{L}*|heb je|scheelt|geeft)(?!\p{L})|(?:dosta\p{L}+|otrzym\p{L}+|macie|masz|odejm\p{L}+)|(?:får|ger|drar|sparar)(?!\p{L}))/iu;

/** Entering or using it, right after: verbs that stand last. */
export const ENTERED =
  /^["'“”»’)]?\s(?:an der kasse |im warenkorb |im webshop |bij het afrekenen |in je mandje |in de winkelmand )?(?:ein(?:geben|gebt|gibst|gegeben|tippen|tippt|lösen|löst)|an(?:geben|gebt|gibst)|nutz(?:t|en|st)|verwende[nt]?|benutz(?:t|en)|gebruik(?:t|en)|invul(?:t|len)|in te vullen|opge(?:eft|ven)|noem(?:t|en)|intyp(?:t|en)|anges|används?|skrivs|in (?:the|that) (?:\p{L}+ ){0,2}(?:box|field)|as (?:the|a|your) (?:\p{L}+ ){0,2}code|comme code|como (?:código|cupón|cupom)|come codice|als (?:code|kortingscode|gutscheincode|rabattcode)|jako kod|som (?:kod|rabattkod))(?!\p{L})/iu;

/** What somebody gets besides money off. */
export const GIFT =
  /(?<!\p{L})(?:free|half (?:off|price)|gratis|kostenlos\p{L}*|umsonst|geschenkt?|schenkt?|dazu|offert\p{L}*|gratuit\p{L}*|cadeau|regalo|regalan?|omaggio|grátis|brinde|prezent|darmow\p{L}*|za darmo|gratuit[oa]?|ingyen|zdarma|ücretsiz|бесплатн\p{L}*|подарок|fri frakt|fri fragt|ilmainen|(?:a|one) (?:third|quarter|fifth) off|\d for (?:the price of )?\d|(?:five|ten|fifteen|twenty|thirty|forty|fifty|hundred|\d{1,3}) off|(?:a |one )?(?:fiver|tenner|quid|couple of (?:pounds|quid|dollars|bucks)) off)(?!\p{L})/iu;

/** An amount of money, or a share, in figures. */
export const AMOUNT =
  /(?:[$£€¥₹₩₺]|US\$)\s?\d|\d\s?(?:€|£|\$|%|zł|kr(?!\p{L})|kč|₽|руб|円|元|원|tl(?!\p{L})|eur(?!\p{L})|usd|gbp|chf)/iu;

/** Amounts in words: `forty euros`, `ten off`. */
export const MONEY_WORD =
  /(?<!\p{L})(?:euros?|dollars?|pounds?|quid|bucks|pence|cents|franken|franchi|francs|libras|pesos|reais|złotych|złote|kronor|kroner|percent|per cent|prozent|pour cent|por ciento|per cento|por cento|procent)(?!\p{L})/iu;
