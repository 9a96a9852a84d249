import type { VNode } from 'preact';
import { useWords } from '../../platform/languages/reading.tsx';
import { uiMessages } from '../messages.ts';
import { describedBy, Field, type FieldProps, inputAttributes } from './field.tsx';

export interface TextFieldProps extends FieldProps {
  value?: string | undefined;
  type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'date' | 'time' | 'number' | 'password' | undefined;
  /** The browser's own memory: `name`, `email`, `one-time-code`, `postal-code`, `off` … */
  autocomplete?: string | undefined;
  inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search' | undefined;
  /** How wide the box is, as a hint about what goes in. */
  width?: 'short' | 'medium' | 'full' | undefined;
  maxLength?: number | undefined;
  /** Bounds of a date (`2026-11-22`), time (`08:30`) or number. */
  min?: string | undefined;
  max?: string | undefined;
  step?: string | undefined;
  pattern?: string | undefined;
  /** The language that will be typed, when it is not the reader's own. */
  lang?: string | undefined;
  /** Names to pick from while typing; anything else may be typed too. */
  suggestions?: readonly { value: string; label?: string | undefined }[] | undefined;
}

/** One line of text, a date, a time or a number. */
export function TextField(props: TextFieldProps): VNode {
  const list = props.suggestions ? `${props.name}-list` : undefined;
  // The types of inputs are told apart by `type`; here it is only known when the page is drawn.
  const kind = { type: props.type ?? 'text', list } as { type: 'text' };
  return (
    <Field {...props}>
      <input
        class="input"
        {...inputAttributes(props)}
        {...kind}
        value={props.value ?? ''}
        autocomplete={props.autocomplete}
        inputmode={props.inputmode}
        maxlength={props.maxLength}
        min={props.min}
        max={props.max}
        step={props.step}
        pattern={props.pattern}
        lang={props.lang}
        data-width={props.width}
      />
      {list && (
        <datalist id={list}>
          {props.suggestions?.map((suggestion) => (
            <option value={suggestion.value} label={suggestion.label} />
          ))}
        </datalist>
      )}
    </Field>
  );
}

export interface TextAreaProps extends FieldProps {
  value?: string | undefined;
  rows?: number | undefined;
  /** Most characters; told before typing, counted while typing. More can be typed, so that nothing pasted is cut off unseen. */
  maxLength?: number | undefined;
  lang?: string | undefined;
}

/** Several lines of text, with a count of characters that is announced when typing pauses. */
export function TextArea(props: TextAreaProps): VNode {
  const words = useWords(uiMessages);
  const max = props.maxLength;
  const countId = `${props.name}-count`;
  const described = [describedBy(props), max && countId].filter(Boolean).join(' ');
  return (
    <Field {...props}>
      <textarea
        class="input"
        {...inputAttributes(props)}
        aria-describedby={described || undefined}
        rows={props.rows ?? 5}
        lang={props.lang}
        dir="auto"
        data-max={max}
      >
        {props.value ?? ''}
      </textarea>
      {max && (
        <p
          class="field-hint numeric"
          id={countId}
          data-left={words.plain('characters_left', { left: '{n}' })}
          data-over={words.plain('characters_over', { over: '{n}' })}
        >
          {words('characters_at_most', { max })}
        </p>
      )}
    </Field>
  );
}
