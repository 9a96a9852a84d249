import type { ComponentChildren, VNode } from 'preact';
import { Mark } from '../icon/icon.tsx';

/** The opening of a public page: one sentence that says what this is, one that says how, and the first acts. */
export function Hero(props: {
  title: ComponentChildren;
  lead: ComponentChildren;
  actions: ComponentChildren;
}): VNode {
  return (
    <header class="hero">
      <div class="hero-mark">
        <Mark />
      </div>
      <h1>{props.title}</h1>
      <p class="lead">{props.lead}</p>
      <div class="actions">{props.actions}</div>
    </header>
  );
}
