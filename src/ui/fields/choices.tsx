import type { ComponentChildren, VNode } from 'preact';
import { useWords } from '../../platform/languages/reading.tsx';
import { Illustration, type IllustrationName } from '../illustration/illustration.tsx';
import { uiMessages } from '../messages.ts';
import { Field, FieldGroup, type FieldProps, HintAndRefusal, inputAttributes } from './field.tsx';

/** One answer of several. */
export interface Choice {
  value: string;
  label: ComponentChildren;
  hint?: ComponentChildren | undefined;
  /** What else there is to read about it, such as a `Disclosure`. */
  more?: ComponentChildren | undefined;
  /** For a language's own name. */
  lang?: string | undefined;
}

export interface SelectProps extends FieldProps {
  /** Labels are plain strings: an option can't hold furigana. */
  options: readonly { value: string; label: string; group?: string | undefined }[];
  value?: string | undefined;
  width?: 'short' | 'medium' | 'full' | undefined;
  /** Of a filter: nothing chosen lets all of them through. */
  orAll?: boolean | undefined;
  /** One of them always holds, such as an order: there is no empty answer. */
  always?: boolean | undefined;
}

/** A drop-down; for seven answers and more. Fewer are better as `Radios`. Starts with "please choose", or "all", when nothing is chosen. */
export function Select(props: SelectProps): VNode {
  // Nothing can be missing where one always holds, and HTML asks for an empty answer wherever something can.
  const isRequired = !props.optional && !props.always;
  return (
    <Field {...props}>
      <select class="input" {...inputAttributes(props)} required={isRequired} data-width={props.width}>
        <SelectOptions {...props} />
      </select>
    </Field>
  );
}

/** The options of a drop-down, grouped where they name a group, after an empty one. */
export function SelectOptions(props: Pick<SelectProps, 'options' | 'value' | 'orAll' | 'always'>): VNode {
  const words = useWords(uiMessages);
  const groups = Map.groupBy(props.options, (option) => option.group ?? '');
  return (
    <>
      {!props.always && <option value="">{words.plain(props.orAll ? 'all' : 'choose')}</option>}
      {[...groups].map(([group, options]) => {
        const items = options.map(({ value, label }) => (
          <option value={value} selected={value === props.value}>
            {label}
          </option>
        ));
        return group === '' ? items : <optgroup label={group}>{items}</optgroup>;
      })}
    </>
  );
}

export interface RadiosProps extends FieldProps {
  choices: readonly Choice[];
  value?: string | undefined;
  /** Side by side when short words fit. */
  inline?: boolean | undefined;
}

/** One answer of a few, all in sight. */
export function Radios(props: RadiosProps): VNode {
  return (
    <FieldGroup {...props}>
      <div class="choices" data-inline={props.inline || undefined}>
        {props.choices.map((choice, index) => (
          <ChoiceRow
            {...choice}
            field={props}
            type="radio"
            first={index === 0}
            on={choice.value === props.value}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

export interface CheckboxesProps extends FieldProps {
  choices: readonly Choice[];
  /** Further answers, folded away under some words. */
  more?: { label: ComponentChildren; choices: readonly Choice[] } | undefined;
  values?: readonly string[] | undefined;
  inline?: boolean | undefined;
}

/** Any number of answers. Each ticked one is sent under the same name. */
export function Checkboxes(props: CheckboxesProps): VNode {
  return (
    <FieldGroup {...props}>
      <Boxes all={props} choices={props.choices} from={0} />
      {props.more && (
        <details class="disclosure">
          <summary>{props.more.label}</summary>
          <Boxes all={props} choices={props.more.choices} from={props.choices.length} />
        </details>
      )}
    </FieldGroup>
  );
}

function Boxes(props: { all: CheckboxesProps; choices: readonly Choice[]; from: number }): VNode {
  const { all, choices, from } = props;
  return (
    <div class="choices" data-inline={all.inline || undefined}>
      {choices.map((choice, index) => (
        <ChoiceRow
          {...choice}
          field={{ ...all, optional: true }}
          type="checkbox"
          first={from + index === 0}
          on={all.values?.includes(choice.value) ?? false}
        />
      ))}
    </div>
  );
}

interface ChoiceRowProps extends Choice {
  field: FieldProps;
  type: 'radio' | 'checkbox';
  /** The first carries the field's name as its id, so that a link in the summary lands on it. */
  first: boolean;
  on: boolean;
  picture?: IllustrationName | undefined;
}

function ChoiceRow(props: ChoiceRowProps): VNode {
  const id = props.first ? props.field.name : `${props.field.name}-${props.value}`;
  return (
    <div class="choice" data-picture={props.picture ? true : undefined}>
      <input
        type={props.type}
        id={id}
        name={props.field.name}
        value={props.value}
        checked={props.on}
        required={props.type === 'radio' && !props.field.optional}
        aria-invalid={props.first && props.field.refusal ? 'true' : undefined}
        aria-describedby={props.hint ? `${id}-about` : undefined}
      />
      {props.picture && <Illustration name={props.picture} />}
      <label for={id} lang={props.lang}>
        {props.label}
      </label>
      {props.hint && (
        <p class="choice-hint" id={`${id}-about`}>
          {props.hint}
        </p>
      )}
      {props.more && <div class="choice-more">{props.more}</div>}
    </div>
  );
}

export interface CheckboxProps extends FieldProps {
  checked?: boolean | undefined;
  value?: string | undefined;
}

/** One box to tick: a pledge, a consent, a yes. Sends `on` unless told another value. */
export function Checkbox(props: CheckboxProps): VNode {
  return (
    <div class="field" data-refused={props.refusal ? true : undefined}>
      <div class="choice">
        <input
          type="checkbox"
          {...inputAttributes(props)}
          value={props.value ?? 'on'}
          checked={props.checked}
        />
        <label for={props.name}>{props.label}</label>
      </div>
      <HintAndRefusal {...props} />
    </div>
  );
}

/** What belongs to one of the kinds of help: seen while it is the chosen `category` of the form, without a script (`choices.css`). */
export function ForChoice(props: { readonly value: string; readonly children: ComponentChildren }): VNode {
  return (
    <div class="for-choice" data-for={props.value}>
      {props.children}
    </div>
  );
}

export interface ChoiceCardsProps extends FieldProps {
  choices: readonly (Choice & { picture?: IllustrationName | undefined })[];
  value?: string | undefined;
  /** On a phone the pictures and labels say enough: examples stand where there is room. */
  brief?: boolean | undefined;
}

/** One answer of several, each a card with a picture: for somebody who reads little. */
export function ChoiceCards(props: ChoiceCardsProps): VNode {
  return (
    <FieldGroup {...props}>
      <div class="choice-cards" data-brief={props.brief}>
        {props.choices.map((choice, index) => (
          <ChoiceRow
            {...choice}
            field={props}
            type="radio"
            first={index === 0}
            on={choice.value === props.value}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
