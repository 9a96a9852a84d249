import type { ComponentChildren, VNode } from 'preact';
import { useWords } from '../../platform/languages/reading.tsx';
import { Icon } from '../icon/icon.tsx';
import { uiMessages } from '../messages.ts';

/** What every field takes. A field must be filled in unless it says `optional`. */
export interface FieldProps {
  /** Goes into the form's data and is the element's id, so that `FormErrors` can point at it. */
  name: string;
  label: ComponentChildren;
  hint?: ComponentChildren | undefined;
  /** The sentence that says how to mend what was typed; shown beside the field. */
  refusal?: ComponentChildren | undefined;
  optional?: boolean | undefined;
  /** Leaves the word "optional" out where the field is one way of several to answer. */
  quietOptional?: boolean | undefined;
  /** Keeps the label for screen readers where a headline right above says the same. */
  labelHidden?: boolean | undefined;
}

/** The attributes that tie an input to its hint and refusal. */
export function inputAttributes(props: FieldProps) {
  return {
    id: props.name,
    name: props.name,
    required: !props.optional,
    'aria-invalid': props.refusal ? ('true' as const) : undefined,
    'aria-describedby': describedBy(props),
  };
}

/** The ids of hint and refusal; nothing when there is neither. */
export function describedBy(props: Pick<FieldProps, 'name' | 'hint' | 'refusal'>): string | undefined {
  const ids = [props.hint && `${props.name}-hint`, props.refusal && `${props.name}-refusal`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** Label, hint, refusal and the input between them: for one input. */
export function Field(props: FieldProps & { children: ComponentChildren }): VNode {
  return (
    <div class="field" data-refused={props.refusal ? true : undefined}>
      <label class={labelClass(props)} for={props.name}>
        {props.label}
        <OptionalMark optional={props.optional && !props.quietOptional} />
      </label>
      <HintAndRefusal {...props} />
      {props.children}
    </div>
  );
}

/** The same for several inputs that answer one question: a fieldset with a legend. */
export function FieldGroup(props: FieldProps & { children: ComponentChildren }): VNode {
  return (
    <fieldset
      class="field"
      data-refused={props.refusal ? true : undefined}
      aria-describedby={describedBy(props)}
    >
      <legend class={labelClass(props)}>
        {props.label}
        <OptionalMark optional={props.optional && !props.quietOptional} />
      </legend>
      <HintAndRefusal {...props} />
      {props.children}
    </fieldset>
  );
}

function labelClass(props: FieldProps): string {
  return props.labelHidden ? 'field-label visually-hidden' : 'field-label';
}

/** The quiet word behind the label of a field that may stay empty. */
export function OptionalMark(props: { optional?: boolean | undefined }): VNode | null {
  const words = useWords(uiMessages);
  return props.optional ? <span class="field-optional"> {words('optional')}</span> : null;
}

/** Hint and refusal under a label, each with its id. */
export function HintAndRefusal(props: Pick<FieldProps, 'name' | 'hint' | 'refusal'>): VNode {
  return (
    <>
      {props.hint && (
        <p class="field-hint" id={`${props.name}-hint`}>
          {props.hint}
        </p>
      )}
      <Refusal id={`${props.name}-refusal`}>{props.refusal}</Refusal>
    </>
  );
}

/** The sentence beside a field; nothing without words. */
export function Refusal(props: { id: string; children: ComponentChildren }): VNode | null {
  if (!props.children) return null;
  return (
    <p class="field-refusal" id={props.id}>
      <Icon name="alert" />
      <span>{props.children}</span>
    </p>
  );
}
