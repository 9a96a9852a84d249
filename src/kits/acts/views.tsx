import type { ComponentChildren, VNode } from 'preact';
import type { Words } from '../../platform/languages/messages.tsx';
import type { Act, ActOf, StateOf } from '../../platform/life.ts';
import type { FormState } from '../../platform/web/form-state.ts';
import { ActionForm, Actions, Button, ConfirmedButton, Disclosure, Form } from '../../ui/index.ts';
import { mayDo } from './may.ts';
import type { Sent, SentAt } from './sent.ts';

type Acts = Readonly<Record<string, Act>>;

/** The noun that a page shows, with what was typed in its forms. */
export interface Shown<A extends Acts> {
  readonly id: string;
  readonly state: StateOf<A> | null;
  readonly form: FormState;
  /** For tables whose forms carry them. */
  readonly version?: number;
  readonly now?: Temporal.Instant;
}

interface ActProps<A extends Acts, T> {
  readonly table: Omit<SentAt<A, string, T & Readonly<Record<string, Sent<ActOf<A>, string>>>>, 'words'>;
  readonly of: Shown<A>;
  /** The last part of the path. */
  readonly act: keyof T & string;
  readonly kind?: 'main' | 'quiet' | 'danger' | undefined;
}

/** Whether a form's act is possible where the noun stands; what belongs to no act always is. */
export function maySend<A extends Acts, T>({
  table,
  of,
  act,
}: Pick<ActProps<A, T>, 'table' | 'of' | 'act'>): boolean {
  const sent = table.sent[act];
  return sent?.act === undefined || mayDo(table.life, sent.act, { state: of.state }).ok;
}

function whereTo<A extends Acts, T>({ table, of, act }: Pick<ActProps<A, T>, 'table' | 'of' | 'act'>) {
  const { version = 0, now } = of;
  const isVersioned = table.versioned || table.sent[act]?.versioned;
  return {
    action: `${table.at.replace(':id', of.id)}/${act}`,
    hidden: isVersioned && { version: String(version), seen: String(now?.epochMilliseconds ?? '') },
  };
}

/** One press. Asked once more where `confirm` says what happens then; not there where the act is not possible. */
export function Press<A extends Acts, T>(
  props: ActProps<A, T> & {
    readonly confirm?: Words | undefined;
    /** Fields shown with the question, such as a reason; open where one of them was refused. */
    readonly fields?: ComponentChildren | undefined;
    readonly children: Words;
  },
): VNode | null {
  if (!maySend(props)) return null;
  return (
    <ActionForm
      id={`act-${props.act}`}
      {...whereTo(props)}
      kind={props.kind}
      confirm={props.confirm}
      fields={props.fields}
      open={props.fields ? isTyped(props) : undefined}
    >
      {props.children}
    </ActionForm>
  );
}

interface FormProps<A extends Acts, T> extends ActProps<A, T> {
  readonly button: Words;
  /** Further hidden fields by name. */
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  /** What the form is called, where nothing before it says so. */
  readonly label?: string | undefined;
  /** Why it cannot be done now, in the place of doing it. */
  readonly whyNot?: Words | undefined;
  /** For what can't be taken back: what it does to whom, with the words of the second press. */
  readonly confirm?: { readonly text: Words; readonly yes: Words } | undefined;
  /** What stands before the button, or around it where it stands among them. */
  readonly children: ComponentChildren | ((button: VNode) => ComponentChildren);
}

/** The form of an act with its button; not there where the act is not possible. */
export function ActForm<A extends Acts, T>(props: FormProps<A, T>): VNode | null {
  if (!maySend(props)) return null;
  const { confirm, kind, button, children } = props;
  const { action, hidden } = whereTo(props);
  const send = confirm ? (
    <ConfirmedButton kind={kind === 'danger' ? 'danger' : 'main'} confirm={confirm.text} yes={confirm.yes}>
      {button}
    </ConfirmedButton>
  ) : (
    <Button kind={kind} disabledReason={props.whyNot}>
      {button}
    </Button>
  );
  return (
    <Form action={action} hidden={{ ...hidden, ...props.hidden }} label={props.label}>
      {typeof children === 'function' ? (
        children(send)
      ) : (
        <>
          {children}
          <Actions>{send}</Actions>
        </>
      )}
    </Form>
  );
}

/** The same behind a line that opens on a press, and stays open with what was typed when it came back. */
export function Decision<A extends Acts, T>(
  props: FormProps<A, T> & {
    readonly summary: Words;
    readonly text?: Words | undefined;
    readonly open?: boolean | undefined;
    /** Where a link to it leads; `act-<act>` unless said. */
    readonly id?: string | undefined;
  },
): VNode | null {
  if (!maySend(props)) return null;
  return (
    <Disclosure
      id={props.id ?? `act-${props.act}`}
      summary={props.summary}
      open={props.open || isTyped(props)}
    >
      <div class="stack">
        {props.text && <p>{props.text}</p>}
        <ActForm {...props} />
      </div>
    </Disclosure>
  );
}

/** Whether something was typed into the form, or refused in it. A name that several forms share says nothing of this one. */
function isTyped<A extends Acts, T>({ table, of: { form }, act }: ActProps<A, T>): boolean {
  const all = Object.values<Sent<string, string>>(table.sent).flatMap(namesIn);
  const own = namesIn(table.sent[act]).filter((name) => all.indexOf(name) === all.lastIndexOf(name));
  return own.some(
    (name) => form.value(name) !== '' || form.refusals.some(({ field = '' }) => isWithin(name, field)),
  );
}

/** `times.0.date` is within `times` and `times.0`. */
const isWithin = (name: string, field: string) => name === field || name.startsWith(`${field}.`);

/** Where refusals of a table's forms stand: the names of their fields, of a group the first part. @param but what stands elsewhere */
export function fieldsOf<T extends Readonly<Record<string, Sent<string, string>>>>(
  { sent }: { readonly sent: T },
  ...but: readonly (keyof T)[]
): string[] {
  const shown = Object.entries(sent).filter(([name]) => !but.includes(name));
  return [...new Set(shown.flatMap(([, one]) => namesIn(one).map((name) => name.split('.')[0] ?? name)))];
}

const namesIn = (sent: Sent<string, string> | undefined): string[] => Object.keys(sent?.input ?? {});
