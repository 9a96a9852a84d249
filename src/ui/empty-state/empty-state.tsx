import type { ComponentChildren, VNode } from 'preact';
import { Heading } from '../card/card.tsx';
import { Illustration, type IllustrationName } from '../illustration/illustration.tsx';
import { LineScene, type LineSceneName } from '../illustration/line-scene.tsx';

export interface EmptyStateProps {
  title: ComponentChildren;
  /** What happens next, or what to do. */
  children?: ComponentChildren | undefined;
  actions?: ComponentChildren | undefined;
  picture?: IllustrationName | undefined;
  /** People instead, where somebody comes for the first time. */
  scene?: LineSceneName | undefined;
  /** 2 unless said: right below the title of its page. */
  level?: 2 | 3 | 4 | undefined;
}

/** Stands where a list would stand: nothing here yet, and what to do next. */
export function EmptyState(props: EmptyStateProps): VNode {
  return (
    <div class="empty-state">
      {props.scene ? (
        <LineScene name={props.scene} isSmall />
      ) : (
        <Illustration name={props.picture ?? 'tea'} />
      )}
      <Heading level={props.level ?? 2}>{props.title}</Heading>
      {props.children && <p>{props.children}</p>}
      {props.actions && <div class="actions">{props.actions}</div>}
    </div>
  );
}
