import type { ComponentChildren, VNode } from 'preact';
import { LineScene, type LineSceneName } from '../illustration/line-scene.tsx';

/** The opening of a public page: who it is about, one sentence that says what this is, one that says how, the first acts. */
export function Hero(props: {
  title: ComponentChildren;
  lead: ComponentChildren;
  actions: ComponentChildren;
  /** Its name, or the drawing itself. */
  scene: LineSceneName | VNode;
  /** A quiet line below the acts. */
  note?: ComponentChildren | undefined;
}): VNode {
  return (
    <header class="hero" data-width="full">
      <div class="hero-words">
        <h1>{props.title}</h1>
        <p class="lead">{props.lead}</p>
        <div class="actions">{props.actions}</div>
        {props.note}
      </div>
      {typeof props.scene === 'string' ? <LineScene name={props.scene} isTold /> : props.scene}
    </header>
  );
}
