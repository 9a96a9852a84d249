import type { VNode } from 'preact';
import type { Words } from '../../platform/languages/messages.tsx';

/** A page that everybody opens and that tells nothing: the weather. */
const ELSEWHERE = 'https://www.jma.go.jp/bosai/map.html#contents=forecast';

/**
 * The way out for whoever must not be seen here: always in sight, to a page that tells nothing. With scripts the page gives its
 * place in the browser’s way back, and Escape pressed twice does the same; without them it is a link.
 */
export function LeaveQuickly(props: { readonly children: Words; readonly hint: Words }): VNode {
  return (
    <>
      <p class="leave-quickly">
        <a class="button" data-kind="danger" data-leave href={ELSEWHERE} rel="external noreferrer">
          <span>{props.children}</span>
        </a>
      </p>
      <p class="field-hint">{props.hint}</p>
    </>
  );
}
