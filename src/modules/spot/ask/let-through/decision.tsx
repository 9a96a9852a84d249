import type { ComponentChildren, VNode } from 'preact';
import type { Words } from '../../../../platform/languages/messages.tsx';
import { useWords } from '../../../../platform/languages/reading.tsx';
import { ActionForm, Actions, Button, ConfirmedButton, Disclosure, Form } from '../../../../ui/index.ts';
import { asSeen } from '../../desk/request/as-seen.ts';
import type { DeskProps } from '../../desk/request/scene.ts';
import { deskMessages } from '../../desk/words.ts';

interface DecisionProps {
  readonly of: DeskProps;
  /** The last part of the path: a noun. */
  readonly act: string;
  readonly label: Words;
  /** What happens then, and who is told. */
  readonly text: Words;
}

/** One press, asked once more. */
export function Press(
  props: DecisionProps & { kind?: 'main' | 'quiet' | 'danger'; unasked?: boolean },
): VNode {
  const { request, now } = props.of;
  return (
    <ActionForm
      id={`act-${props.act}`}
      action={`/desk/requests/${request.id}/${props.act}`}
      hidden={asSeen(request, now)}
      kind={props.kind}
      confirm={props.unasked ? undefined : props.text}
    >
      {props.label}
    </ActionForm>
  );
}

/** A decision with words: opens on a press, stays open with what was typed when it came back. */
export function Decision(
  props: DecisionProps & {
    fields: readonly string[];
    button: Words;
    kind?: 'main' | 'danger';
    /** For what can't be taken back: what it does to whom. */
    confirm?: Words;
    children: ComponentChildren;
  },
): VNode {
  const t = useWords(deskMessages);
  const { request, form, now } = props.of;
  const isRefused = form.refusals.some(({ field }) =>
    props.fields.some((name) => field === name || field?.startsWith(`${name}.`)),
  );
  const isTyped = props.fields.some((name) => form.value(name) !== '');
  return (
    <Disclosure id={`act-${props.act}`} summary={props.label} open={isRefused || isTyped}>
      <div class="stack">
        <p>{props.text}</p>
        <Form action={`/desk/requests/${request.id}/${props.act}`} hidden={asSeen(request, now)}>
          {props.children}
          <Actions>
            {props.confirm ? (
              <ConfirmedButton kind={props.kind ?? 'main'} confirm={props.confirm} yes={t('yes_do_it')}>
                {props.button}
              </ConfirmedButton>
            ) : (
              <Button kind={props.kind ?? 'main'}>{props.button}</Button>
            )}
          </Actions>
        </Form>
      </div>
    </Disclosure>
  );
}
