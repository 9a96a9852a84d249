import { h, type VNode } from 'preact';
import { languageOf } from '../../platform/languages/detect.ts';

/**
 * What a person wrote, as they wrote it: with their line breaks, in their direction, and in their language where that
 * can be told. A page never says a language it has only guessed from the page on which somebody wrote.
 */
export function OwnWords(props: {
  children: string;
  as?: 'span' | 'p' | 'div' | 'blockquote';
  class?: string;
}): VNode {
  const { as = 'span', children } = props;
  return h(as, { class: props.class ?? 'kept-lines', lang: languageOf(children), dir: 'auto' }, children);
}
