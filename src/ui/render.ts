import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** A whole document (`Shell`) as the text that is sent. */
export function renderDocument(document: VNode): string {
  return `<!doctype html>${renderToString(document)}`;
}
