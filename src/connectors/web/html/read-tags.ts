import { Tokenizer } from 'htmlparser2';

export interface TagReader {
  /** Names in lower case; values as written, entities and all. */
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  text(text: string): void;
  close(name: string): void;
}

const ATTRIBUTES_MAX = 100;

/**
 * Goes through HTML tag by tag without building a tree, so that a hundred thousand levels cost what a hundred thousand
 * tags cost.
 */
export function readTags(html: string, reader: TagReader): void {
  let name = '';
  let attribute = '';
  let attributes = new Map<string, string>();
  const opened = (): void => {
    reader.open(name, attributes);
    attributes = new Map();
  };
  const nothing = (): void => undefined;
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      onopentagname(start, end) {
        name = html.slice(start, end).toLowerCase();
      },
      onattribname(start, end) {
        attribute = html.slice(start, end).toLowerCase();
        if (attributes.size < ATTRIBUTES_MAX && !attributes.has(attribute)) attributes.set(attribute, '');
      },
      onattribdata(start, end) {
        if (attributes.get(attribute) === '') attributes.set(attribute, html.slice(start, end));
      },
      onopentagend: opened,
      onselfclosingtag() {
        opened();
        reader.close(name);
      },
      ontext: (start, end) => reader.text(html.slice(start, end)),
      onclosetag: (start, end) => reader.close(html.slice(start, end).toLowerCase()),
      onattribentity: nothing,
      onattribend: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onprocessinginstruction: nothing,
      ontextentity: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}
