/** A page for applicants. @param title - escaped. @param body - HTML of ours. */
export function applyFrame({
  language,
  title,
  body,
}: {
  readonly language: string;
  readonly title: string;
  readonly body: string;
}): string {
  return (
    `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">` +
    `<title>${title}</title><link rel="stylesheet" href="/apply/style.css"></head>\n<body><main>${body}</main></body></html>\n`
  );
}
