/** What a page says in one place. */
export interface Said {
  /** In the notation of the catalogs, `病院《びょういん》`; what people wrote and what is in another language is `{own}`. */
  readonly text: string;
  /** The element, or the element and its attribute: `p`, `option`, `a title`. */
  readonly place: string;
  /** The language of it, as the nearest `lang` says. */
  readonly lang: string;
  /** Whether an element within the page says so: then it is no sentence of this page, though it may be in its language. */
  readonly isMarked: boolean;
}

interface Open {
  readonly name: string;
  readonly lang: string;
  /** In its own direction: somebody wrote it. */
  readonly isOwn: boolean;
  readonly isUnread: boolean;
  readonly isMarked: boolean;
}

const OUTSIDE: Open = { name: '', lang: '', isOwn: false, isUnread: false, isMarked: false };

const INLINE = new Set(
  'a abbr b bdi br cite code em i kbd mark q small span strong sub sup time u var wbr'.split(' '),
);
const RUBY = new Set(['ruby', 'rb', 'rt', 'rp']);
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const UNREAD = new Set(['script', 'style', 'rp', 'rt', 'svg', 'code', 'kbd']);
const ATTRIBUTES =
  /^(?:title|aria-label|aria-description|placeholder|alt|data-(?:missing|unclear|restored|words|left|over|away))$/;
const TOKEN =
  /<!--.*?-->|<!doctype[^>]*>|<(\/?)([a-z][a-z0-9]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>|[^<]+/gis;

const decoded = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

const attributesOf = (text: string): [name: string, value: string][] =>
  [...text.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, decoded(value)]);

/** Reads a page from its beginning to its end and keeps what it says, block by block. */
class Reader {
  readonly said: Said[] = [];
  private readonly open: Open[] = [OUTSIDE];
  private block: Open = OUTSIDE;
  private text = '';
  /** Between two elements that stand beside each other, such as chips, a sentence does not go on. */
  private hasJustEnded = false;

  read(html: string): readonly Said[] {
    for (const [token, slash, name, attributes = ''] of html.matchAll(TOKEN)) {
      if (name === undefined) this.readText(token);
      else if (slash) this.end(name);
      else this.start(name, attributesOf(attributes));
    }
    this.finish();
    return this.said;
  }

  private get at(): Open {
    return this.open.at(-1) as Open;
  }

  private start(name: string, attributes: readonly [string, string][]): void {
    const value = (wanted: string) => attributes.find(([attribute]) => attribute === wanted)?.[1];
    const inner: Open = {
      name,
      lang: value('lang') ?? this.at.lang,
      isOwn: this.at.isOwn || value('dir') === 'auto',
      isUnread: this.at.isUnread || UNREAD.has(name),
      isMarked: this.at.isMarked || (name !== 'html' && value('lang') !== undefined),
    };
    if (!inner.isOwn) {
      for (const [attribute, text] of attributes) {
        if (ATTRIBUTES.test(attribute) && text !== '')
          this.keep(text, { ...inner, name: `${name} ${attribute}` });
      }
    }
    if (name === 'br' || !(INLINE.has(name) || RUBY.has(name))) this.finish();
    else if (INLINE.has(name) && this.hasJustEnded) this.finish();
    if (name === 'ruby') this.text += '｜';
    if (VOID.has(name)) return;
    this.open.push(inner);
  }

  private end(name: string): void {
    const ended = this.open.findLastIndex((one) => one.name === name);
    if (ended > 0) this.open.length = ended;
    if (INLINE.has(name)) this.hasJustEnded = true;
    else if (!RUBY.has(name)) this.finish();
  }

  private readText(raw: string): void {
    const { at } = this;
    if (at.name === 'rt' && !this.isApart(at)) this.text += `《${decoded(raw)}》`;
    if (at.isUnread || (this.hasJustEnded && raw.trim() === '')) return;
    this.hasJustEnded = false;
    if (this.text.trim() === '' || this.text === '｜') this.block = at;
    // As a browser does: a space that ends one piece and one that begins the next are one.
    const text = /\s$/.test(this.text) ? decoded(raw).replace(/^ /, '') : decoded(raw);
    this.text += this.isApart(at) ? '{own}' : text;
  }

  private isApart({ isOwn, lang, isMarked }: Open): boolean {
    return isOwn || lang !== this.block.lang || isMarked !== this.block.isMarked;
  }

  private keep(text: string, { name: place, lang, isMarked }: Open): void {
    this.said.push({ text, place, lang, isMarked });
  }

  private finish(): void {
    const text = this.text.replaceAll('｜{own}', '{own}').trim();
    if (text !== '' && !/^(?:\{own\}|\s)+$/.test(text)) this.keep(text, this.block);
    this.text = '';
    this.hasJustEnded = false;
  }
}

/** What a page says, in the order in which it is read, attributes that are read or heard included. */
export function wordsOf(html: string): readonly Said[] {
  return new Reader().read(html);
}
