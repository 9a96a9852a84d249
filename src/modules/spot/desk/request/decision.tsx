import type { ComponentChildren, VNode } from 'preact';
import { Decision as KitDecision, Press as KitPress } from '../../../../kits/acts/index.ts';
import type { Words } from '../../../../platform/languages/messages.tsx';
import { useWords } from '../../../../platform/languages/reading.tsx';
import { shownOf } from '../../sent.ts';
import { type DeskKey, deskMessages } from '../words.ts';
import { deskForms } from './forms.ts';
import type { DeskProps } from './scene.ts';

type Sent = typeof deskForms.sent;
/** A verb with what happens then (`…_text`) and the words of its button (`…_go`). */
type Verb = { [K in DeskKey]: `${K}_text` | `${K}_go` extends DeskKey ? K : never }[DeskKey];
type WithVerb = { [N in keyof Sent]: Sent[N] extends { readonly verb: Verb } ? N : never }[keyof Sent];

/** One press, asked once more where `text` says what happens then. */
export function Press(props: {
  readonly of: DeskProps;
  readonly act: keyof Sent;
  readonly label: Words;
  readonly text?: Words;
  readonly kind?: 'main' | 'quiet' | 'danger';
}): VNode {
  const { of, act, kind, label, text } = props;
  return (
    <KitPress table={deskForms} act={act} of={shownOf(of)} kind={kind} confirm={text}>
      {label}
    </KitPress>
  );
}

/** A decision with words: opens on a press, stays open with what was typed when it came back. */
export function Decision(props: {
  readonly of: DeskProps;
  readonly act: WithVerb;
  /** In the place of the verb's own. */
  readonly label?: Words;
  readonly text?: Words;
  readonly kind?: 'main' | 'danger';
  /** For what can't be taken back: what it does to whom. */
  readonly confirm?: Words;
  readonly open?: boolean;
  readonly children: ComponentChildren;
}): VNode {
  const t = useWords(deskMessages);
  const { of, act, kind = 'main', confirm, open, children } = props;
  const { verb } = deskForms.sent[act];
  return (
    <KitDecision
      table={deskForms}
      act={act}
      of={shownOf(of)}
      kind={kind}
      open={open}
      summary={props.label ?? t(verb)}
      text={props.text ?? t(`${verb}_text`)}
      button={t(`${verb}_go`)}
      confirm={confirm ? { text: confirm, yes: t('yes_do_it') } : undefined}
    >
      {children}
    </KitDecision>
  );
}
