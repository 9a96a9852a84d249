import { h, type VNode } from 'preact';
import { languageOf } from '../../platform/languages/detect.ts';

/**
 * What a person wrote, as they wrote it: with their line breaks, in their direction, and in their language where that
 * can be told; line by line where lines are in several. A page never says a language it has only guessed from the page on
 * which somebody wrote.
 */
export function OwnWords(props: {
  children: string;
  as?: 'span' | 'p' | 'div' | 'blockquote';
  class?: string;
}): VNode {
  const { as = 'span', children } = props;
  const lines = children.split('\n');
  const languages = new Set(lines.filter((line) => line.trim() !== '').map(languageOf));
  const shape = props.class ?? 'kept-lines';
  if (languages.size <= 1) return h(as, { class: shape, lang: languageOf(children), dir: 'auto' }, children);
  const parts = lines.map((line, at) => (
    <>
      {at > 0 && '\n'}
      <span lang={languageOf(line)}>{line}</span>
    </>
  ));
  return h(as, { class: shape, dir: 'auto' }, ...parts);
}
