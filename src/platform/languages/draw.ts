import { type ComponentChildren, Fragment, type FunctionComponent, isValidElement, type VNode } from 'preact';
import type { Locale } from './locales.ts';

/** What is being drawn, and for whom. Drawing never waits for anything, so there is one at a time. */
interface Drawing {
  locale: Locale;
  /** In every form of the document; see `useFormKey`. */
  readonly formKey: string;
  /** Comes before the number of an id. */
  readonly idPrefix: string;
  lastId: number;
  /** What is drawn, in order: bytes, and behind them what has not become bytes yet. */
  readonly done: Uint8Array[];
  html: string;
  /** How long `html` was when an element that runs in a line had ended. */
  lineEnd: number;
}

type Part = Pick<Drawing, 'locale' | 'formKey' | 'idPrefix'>;

let drawing: Drawing = begin({ locale: 'ja', formKey: '', idPrefix: '' });

function begin(part: Part): Drawing {
  return { ...part, lastId: 0, done: [], html: '', lineEnd: -1 };
}

/**
 * Draws nodes as HTML in one language. Our pages have no life of their own in the browser, so nothing of a node is kept
 * once it is drawn: half the time and a fraction of the memory of a renderer that gets ready for updates.
 * Attributes are named as HTML names them; `null`, `undefined` and `false` leave them out (`aria-` and `data-` say
 * `false`). There is no way to put in text that is HTML already, except what was drawn before.
 * @throws for an attribute that HTML would not read as one
 */
export function draw(node: ComponentChildren, locale: Locale): string {
  return drawBytes(node, documentIn(locale)).toString();
}

/** As `draw`, for a whole document such as a mail. */
export function drawDocument(document: ComponentChildren, locale: Locale): string {
  return drawBytes([DOCTYPE, document], documentIn(locale)).toString();
}

/** As `drawDocument`, as the bytes that are sent: what was kept of a page is bytes already. @param formKey see `useFormKey` */
export function drawPage(document: ComponentChildren, locale: Locale, formKey: string): Buffer<ArrayBuffer> {
  return drawBytes([DOCTYPE, document], { ...documentIn(locale), formKey });
}

/** Draws a part that is to stand in several documents: with another key of forms, and ids that no document has. */
export function drawPart(node: ComponentChildren, part: Omit<Part, 'locale'>): string {
  return drawBytes(node, { ...part, locale: drawing.locale }).toString();
}

function documentIn(locale: Locale): Part {
  return { locale, formKey: crypto.randomUUID(), idPrefix: 'id' };
}

function drawBytes(node: ComponentChildren, part: Part): Buffer<ArrayBuffer> {
  const outer = drawing;
  drawing = begin(part);
  try {
    write(node);
    finish();
    return Buffer.concat(drawing.done);
  } finally {
    drawing = outer;
  }
}

/** The language in which the reader reads, inside a component. */
export function useLocale(): Locale {
  return drawing.locale;
}

/** An id that no other element of the document has, inside a component. */
export function useId(): string {
  drawing.lastId += 1;
  return `${drawing.idPrefix}-${drawing.lastId}`;
}

/**
 * The key by which a form that is sent twice is known as one, and for whom it was drawn, inside a component: anew for
 * every document. All forms of a document have the same: where a form leads and what it says are looked at as well.
 */
export function useFormKey(): string {
  return drawing.formKey;
}

/** A `Buffer` would share its memory with whatever was made around it, and hold that for as long as it lives itself. */
const encoder = new TextEncoder();

/** HTML that was drawn already: by `draw`, nobody else makes it. Between its pieces goes the key of the document's forms. */
export class Drawn {
  readonly pieces: readonly Uint8Array[];
  constructor(pieces: readonly string[]) {
    this.pieces = pieces.map((piece) => encoder.encode(piece));
  }
}

/** What was drawn already, as a node among others. */
export function asNode(drawn: Drawn): VNode {
  return drawn as unknown as VNode;
}

const DOCTYPE = asNode(new Drawn(['<!doctype html>']));

class Translated {
  readonly locale: Locale;
  readonly node: ComponentChildren;
  constructor(locale: Locale, node: ComponentChildren) {
    this.locale = locale;
    this.node = node;
  }
}

/** A part of what is being drawn, in a language of its own. */
export function drawnIn(locale: Locale, node: ComponentChildren): VNode {
  return new Translated(locale, node) as unknown as VNode;
}

function write(node: ComponentChildren): void {
  if (typeof node === 'string') drawing.html += escaped(node);
  else if (typeof node === 'number' || typeof node === 'bigint') drawing.html += String(node);
  else if (Array.isArray(node)) for (const one of node as readonly ComponentChildren[]) write(one);
  else if (typeof node === 'object' && node !== null) writeObject(node);
  else if (typeof node === 'function' || typeof node === 'symbol')
    throw new TypeError(`a ${typeof node} cannot be drawn`);
}

function writeObject(node: object): void {
  if (node instanceof Drawn) writeDrawn(node);
  else if (node instanceof Translated) writeTranslated(node);
  // A node is marked by a symbol, which JSON cannot hold: nobody's data is ever taken for one.
  else if (isValidElement(node)) writeNode(node as VNode<Properties>);
  else throw new TypeError('an object that is no node cannot be drawn');
}

function writeDrawn({ pieces }: Drawn): void {
  for (const [place, piece] of pieces.entries()) {
    if (place > 0) drawing.html += drawing.formKey;
    finish();
    drawing.done.push(piece);
  }
}

/** Makes bytes of what has been drawn since the last ones. */
function finish(): void {
  if (drawing.html === '') return;
  drawing.done.push(Buffer.from(drawing.html));
  drawing.html = '';
  drawing.lineEnd = -1;
}

function writeTranslated({ locale, node }: Translated): void {
  const outer = drawing.locale;
  drawing.locale = locale;
  write(node);
  drawing.locale = outer;
}

type Properties = Readonly<Record<string, unknown>> & { readonly children?: ComponentChildren };

function writeNode({ type, props }: VNode<Properties>): void {
  if (type === Fragment) write(props.children);
  else if (typeof type === 'function') write((type as FunctionComponent<Properties>)(props));
  else writeElement(type, props);
}

function writeElement(type: string, props: Properties): void {
  const inLine = IN_LINE.has(type);
  if (inLine && drawing.lineEnd === drawing.html.length) drawing.html += ' ';
  drawing.html += `<${type}${attributesOf(props)}`;
  if (VOID.has(type)) {
    drawing.html += '/>';
    return;
  }
  drawing.html += '>';
  if (type === 'script') writeData(props.children);
  else write(props.children);
  drawing.html += `</${type}>`;
  if (inLine) drawing.lineEnd = drawing.html.length;
}

/** What a script element holds is JSON, which nothing runs: HTML reads it as it stands, up to the first tag, so it gets none. */
function writeData(json: ComponentChildren): void {
  if (typeof json === 'string') drawing.html += json.replaceAll('<', '\\u003c');
}

/**
 * Between two of these, which a style sheet sets apart, goes a space: readers without one ran "119" and "Fire" together.
 * Ruby is not among them: its words are one.
 */
const IN_LINE = new Set('a b bdi button label small span strong summary time'.split(' '));

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

function attributesOf(props: Properties): string {
  let html = '';
  for (const name in props) {
    if (name === 'children') continue;
    const value = props[name];
    if (value === undefined || value === null) continue;
    if (!isAttribute(name)) throw new TypeError(`${name} is no attribute of HTML`);
    const text = textOf(name, value);
    if (text === '') html += ` ${name}`;
    else if (text !== null) html += ` ${name}="${escaped(text)}"`;
  }
  return html;
}

/** An attribute that is true or false is there or not; what belongs to `aria-` and `data-` says which. */
function textOf(name: string, value: unknown): string | null {
  if (typeof value !== 'boolean' || name.startsWith('aria-') || name.startsWith('data-'))
    return String(value);
  return value ? '' : null;
}

const known = new Set<string>();

function isAttribute(name: string): boolean {
  if (known.has(name)) return true;
  const holds = /^[a-z][a-z0-9-]*$/.test(name) || name === 'viewBox';
  if (holds) known.add(name);
  return holds;
}

const SPECIAL = /["&<]/;

function escaped(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
