/** Escapes everything that Markdown would act on, so that a text stays the text it is: no links, no images, no HTML. */
export function plainMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]()<>#+\-.!|~&:/]/g, (character) => `\\${character}`);
}
