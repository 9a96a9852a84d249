import type { ComponentChildren, VNode } from 'preact';
import type { Words } from '../../platform/languages/messages.tsx';
import { Actions, Card } from '../../ui/index.ts';

/** The one thing to do next with a thing, on top of its page: what it is, what it means, and the way to do it. */
export function NextStep(props: {
  readonly title: ComponentChildren;
  readonly text?: Words | undefined;
  /** Buttons, side by side. */
  readonly actions?: ComponentChildren | undefined;
  readonly children?: ComponentChildren | undefined;
}): VNode {
  const { title, text, actions, children } = props;
  return (
    <Card title={title} level={2} accent id="next">
      {text && <p>{text}</p>}
      {children}
      {actions && <Actions>{actions}</Actions>}
    </Card>
  );
}
