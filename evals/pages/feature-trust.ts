/**
 * How far a feature is trusted to mean on real pages what it means on written ones: it is multiplied by this before the
 * fit, so that the pull to small weights spares the trusted ones. What sites call a page is said on purpose; pictures,
 * links and the length of texts are made up when pages are written.
 */
export function featureTrust(name: string): number {
  if (MADE_UP.test(name)) return 0.3;
  if (/^title /.test(name)) return 3;
  return /^(?:address|place|host) /.test(name) ? 2 : 1;
}

const MADE_UP =
  /^(?:images|links|hosts|link cards|times|ratings|quotes|selects|ordered items|articles|comment boxes|graph website|lines alike|repetition|words|title words|address (?:long|depth)|says (?:website|organization)|written share|exclamations|author|published|code blocks|disclosure|subheads$|buy one)/;
