import type { ComponentChildren, VNode } from 'preact';
import { languageOf } from '../../platform/languages/detect.ts';

/** Scripts that several of our people's languages share: whose name it is, nobody can tell from it. */
const SHARED_SCRIPT = /[\p{Script=Devanagari}\p{Script=Arabic}\p{Script=Cyrillic}]/u;
/** BCP 47: undetermined, and surely not the page's. */
const UNDETERMINED = 'und';

/**
 * A name as somebody wrote it: in its own direction, so that none turns around what stands beside it, and in its language
 * where its script tells.
 */
export function PersonName(props: {
  children: ComponentChildren;
  class?: string;
  lang?: string | undefined;
}): VNode {
  const { children, lang = typeof children === 'string' ? languageOfName(children) : undefined } = props;
  return (
    <bdi class={props.class} lang={lang}>
      {children}
    </bdi>
  );
}

const languageOfName = (name: string): string | undefined =>
  languageOf(name) ?? (SHARED_SCRIPT.test(name) ? UNDETERMINED : undefined);
