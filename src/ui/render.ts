import type { VNode } from 'preact';
import { draw, drawDocument } from '../platform/languages/draw.ts';
import type { Locale } from '../platform/languages/locales.ts';

/** A whole document (`Shell`, which says its own language) as the text that is sent. */
export function renderDocument(document: VNode): string {
  return drawDocument(document, 'ja');
}

/** A part of a page in one language as text, for tests and for answers that are no whole documents. */
export function renderPart(part: VNode, locale: Locale): string {
  return draw(part, locale);
}
