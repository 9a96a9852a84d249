import type { ComponentChildren, VNode } from 'preact';
import { useFormKey } from '../../platform/languages/draw.ts';
import { useHref, useWords } from '../../platform/languages/reading.tsx';
import { uiMessages } from '../messages.ts';

export interface FormProps {
  /** Our own path without the language. */
  action: string;
  children: ComponentChildren;
  method?: 'post' | 'get' | undefined;
  /** Sent as `idempotency_key`; the document's own when missing. Give it back unchanged with a refused form. */
  idempotencyKey?: string | undefined;
  /** Further hidden fields by name. */
  hidden?: Readonly<Record<string, string>> | undefined;
  /** True for a form with a `FileField`. */
  files?: boolean | undefined;
  /** Keeps what is typed in this browser tab under this name until it is sent. */
  draft?: string | undefined;
  /** What is said about that, for a form that can be kept elsewhere as well. */
  draftNote?: ComponentChildren | undefined;
  /** True for a form whose fields stand beside each other where there is room: settings. */
  beside?: true | undefined;
  /** True for a form of `Step` sections, shown one at a time when scripts run. */
  steps?: boolean | undefined;
  /** Our own path that says what is still wrong with the form as it stands, asked after each step when scripts run. */
  check?: string | undefined;
  /** Our own path of the words for which `check` is asked while they are written. */
  dangerWords?: string | undefined;
  label?: string | undefined;
  id?: string | undefined;
}

/**
 * The name under which a tab keeps a draft. Whose it is comes with the key of the document's forms, so that nobody is
 * shown what another has typed in the same tab.
 */
export function useDraftName(draft: string | undefined): string | undefined {
  const [, mark = ''] = useFormKey().split('.');
  return draft && `${draft} ${mark}`;
}

/**
 * A form. Everything in it works without scripts; the idempotency key makes a second press harmless. Browsers leave its
 * answers alone: the server says what is to be mended, in the page's language and exactly.
 */
export function Form(props: FormProps): VNode {
  const href = useHref();
  const words = useWords(uiMessages);
  const draft = useDraftName(props.draft);
  const post = props.method !== 'get';
  return (
    <form
      class="form"
      id={props.id}
      method={post ? 'post' : 'get'}
      action={href(props.action)}
      novalidate
      enctype={props.files ? 'multipart/form-data' : undefined}
      data-draft={draft}
      data-beside={props.beside}
      data-steps={props.steps}
      data-check={props.check && href(props.check)}
      data-danger-words={props.dangerWords && href(props.dangerWords)}
      aria-label={props.label}
    >
      {post && <HiddenFields idempotencyKey={props.idempotencyKey} hidden={props.hidden} />}
      {!post && hiddenInputs(props.hidden)}
      {props.children}
      {props.draft && (
        <p class="field-hint draft-note" data-draft-note hidden data-restored={words.plain('draft_restored')}>
          {props.draftNote ?? words('draft_kept')}
        </p>
      )}
    </form>
  );
}

/** The hidden part of every form that changes something. */
export function HiddenFields(props: Pick<FormProps, 'idempotencyKey' | 'hidden'>): VNode {
  const key = useFormKey();
  return (
    <>
      <input type="hidden" name="idempotency_key" value={props.idempotencyKey ?? key} />
      {hiddenInputs(props.hidden)}
    </>
  );
}

function hiddenInputs(hidden: FormProps['hidden']): VNode[] {
  return Object.entries(hidden ?? {}).map(([name, value]) => (
    <input type="hidden" name={name} value={value} />
  ));
}

/** Few short fields beside each other, with the button that sends them at their end. */
export function FieldRow(props: { children: ComponentChildren }): VNode {
  return <div class="field-row">{props.children}</div>;
}

/** The buttons at the end of a form or card: the main one first, room between them. */
export function Actions(props: { children: ComponentChildren }): VNode {
  return <div class="actions">{props.children}</div>;
}
