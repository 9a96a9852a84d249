import type { ComponentChildren, VNode } from 'preact';
import { languageOf } from '../../platform/languages/detect.ts';

/**
 * A name as somebody wrote it: in its own direction, so that none turns around what stands beside it, and in its language
 * where its script tells.
 */
export function PersonName(props: {
  children: ComponentChildren;
  class?: string;
  lang?: string | undefined;
}): VNode {
  const { children, lang = typeof children === 'string' ? languageOf(children) : undefined } = props;
  return (
    <bdi class={props.class} lang={lang}>
      {children}
    </bdi>
  );
}
