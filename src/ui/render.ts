import { h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Locale } from '../platform/languages/locales.ts';
import { ReadIn } from '../platform/languages/reading.tsx';

/** A whole document (`Shell`) as the text that is sent. */
export function renderDocument(document: VNode): string {
  return `<!doctype html>${renderToString(document)}`;
}

/** A part of a page in one language as text, for tests and for answers that are no whole documents. */
export function renderPart(part: VNode, locale: Locale): string {
  return renderToString(h(ReadIn, { locale, children: part }));
}
