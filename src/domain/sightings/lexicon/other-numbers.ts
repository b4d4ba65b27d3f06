/** What numbers of other kinds stand after. */
export const OTHER_BEFORE =
  /(?<!\p{L})(?:(?:room|car|skin|hair|file|product|item|plan|device|engine|ticket|cabin|bike|licen[cs]e|account)\stypes?|episode|isrc|folge|sku|mpn|pn|art(?:ikel|icle|ículo|icolo|\.)?(?:-?nr)?|r[ée]f(?:erence|érence|erencia)?|ref|model(?:l|o|lo|nr|nummer)?|modèle|mod|item|order|orden|bestell(?:ung|nr|nummer)|pedido|commande|ordine|tracking|invoice|rechnung|facture|part|serial|s\/n|p\/n|isbn|ean|asin|upc|gtin|booking|ticket|case|error|fehler|erreur|version|ver|firmware|build|form|iso|din|licen[cs]e|lizenz|reg|vat|ust-id|siret|cnpj|nip|krs|hrb|iban|bic|room|flight|gate|zip|plz|cap|chapter|rule|size|gr(?:ö|oe)ße|taille|talla|farbe|colou?r|auf das|modulo|form(?:ular|ulaire|ulier|ulario|ulário)?|formularz|blankett|for the|für die|für den|account|konto|id|no|nr|n[º°]|username|user|by|von)(?:[\s_-]?(?:code|number|nummer|id|no\.?|nr\.?))?["'\s.:#=]{0,4}["“„«'‘(]?\s?$/iu;

/** What is only an example of how one looks. */
export const EXAMPLE_BEFORE =
  /(?<!\p{L})(?:e\.\s?g\.?|for (?:example|instance)|z\.\s?B\.?|zum beispiel|p(?:ar)?\.?\s?ex(?:emple)?\.?|por ejemplo|p\.\s?ej\.?|ad esempio|(?:per )?es(?:empio|\.)|por exemplo|bijv(?:oorbeeld)?\.?|bv\.|np\.|na przykład|t\.\s?ex\.?|till exempel|looks? like|sieht so aus|muster|sample|example|beispiel|exemple|ejemplo|esempio|exemplo|voorbeeld|przykład|exempel)[\s:]{1,2}["'“„«‘]?$/iu;

/** The word for code right before one: what stands before that tells its kind. */
export const CODE_LAST = /(?:code|kod|kode|código|codice)s?[\s:#."'“„«(]*$/iu;
