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
}

let drawing: Drawing = { locale: 'ja', formKey: '', idPrefix: '', lastId: 0 };

/**
 * Draws nodes as HTML in one language. Our pages have no life of their own in the browser, so nothing of a node is kept
 * once it is drawn: half the time and a fraction of the memory of a renderer that gets ready for updates.
 * Attributes are named as HTML names them; `null`, `undefined` and `false` leave them out (`aria-` and `data-` say
 * `false`). There is no way to put in text that is HTML already, except what was drawn before.
 * @throws for an attribute that HTML would not read as one
 */
export function draw(node: ComponentChildren, locale: Locale): string {
  return during({ locale, formKey: crypto.randomUUID(), idPrefix: 'id', lastId: 0 }, () => write(node));
}

/** As `draw`, for a whole document: what is sent as a page, or as a mail. */
export function drawDocument(document: ComponentChildren, locale: Locale): string {
  return `<!doctype html>${draw(document, locale)}`;
}

/** A part of what is being drawn, in a language of its own. */
export function drawnIn(locale: Locale, node: ComponentChildren): VNode {
  const outer = drawing.locale;
  drawing.locale = locale;
  try {
    return asNode(new Drawn([write(node)]));
  } finally {
    drawing.locale = outer;
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
 * The key by which a form that is sent twice is known as one, inside a component: anew for every document. All forms of
 * a document have the same: where a form leads and what it says are looked at as well.
 */
export function useFormKey(): string {
  return drawing.formKey;
}

/** Text that was drawn already: by `draw`, nobody else makes it. Between its pieces goes the key of the document's forms. */
export class Drawn {
  readonly pieces: readonly string[];
  constructor(pieces: readonly string[]) {
    this.pieces = pieces;
  }
}

/** Draws a part that is to stand in several documents: with another key of forms, and ids that no document has. */
export function drawPart(node: ComponentChildren, part: { formKey: string; idPrefix: string }): string {
  return during({ ...part, locale: drawing.locale, lastId: 0 }, () => write(node));
}

/** What was drawn already, as a node among others. */
export function asNode(drawn: Drawn): VNode {
  return drawn as unknown as VNode;
}

function during<T>(inner: Drawing, work: () => T): T {
  const outer = drawing;
  drawing = inner;
  try {
    return work();
  } finally {
    drawing = outer;
  }
}

function write(node: ComponentChildren): string {
  if (typeof node === 'string') return escaped(node);
  if (node === null || node === undefined || typeof node === 'boolean') return '';
  if (Array.isArray(node)) {
    let html = '';
    for (const one of node as readonly ComponentChildren[]) html += write(one);
    return html;
  }
  if (typeof node !== 'object') return String(node);
  if (node instanceof Drawn) return node.pieces.join(drawing.formKey);
  // A node is marked by a symbol, which JSON cannot hold: nobody's data is ever taken for one.
  if (!isValidElement(node)) throw new TypeError('an object that is no node cannot be drawn');
  return writeNode(node as VNode<Properties>);
}

type Properties = Readonly<Record<string, unknown>> & { readonly children?: ComponentChildren };

function writeNode({ type, props }: VNode<Properties>): string {
  if (type === Fragment) return write(props.children);
  if (typeof type === 'function') return write((type as FunctionComponent<Properties>)(props));
  const open = `<${type}${writeAttributes(props)}`;
  return VOID.has(type) ? `${open}/>` : `${open}>${write(props.children)}</${type}>`;
}

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

function writeAttributes(props: Properties): string {
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
