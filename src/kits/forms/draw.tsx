import type { ComponentChildren, VNode } from 'preact';
import type { Locale } from '../../platform/languages/locales.ts';
import { useLocale } from '../../platform/languages/reading.tsx';
import type { FormState } from '../../platform/web/form-state.ts';
import { Actions, Button, type FieldRefusal, Form, FormErrors, Heading } from '../../ui/index.ts';
import { EnterSends } from '../easy-writing/index.ts';
import { type FormOf, mayStayEmpty } from './define.ts';
import type { Field } from './field.ts';

interface FieldsProps {
  readonly of: FormOf;
  readonly form: FormState;
  /** Names of fields that this reader is not asked. */
  readonly without?: readonly string[] | undefined;
  /** Nothing is said of fields that may stay empty, as in a search. */
  readonly quiet?: boolean | undefined;
  /** What stands before a field, by its name. */
  readonly before?: Readonly<Record<string, ComponentChildren>> | undefined;
}

interface FilledInProps extends FieldsProps {
  readonly action: string;
  /** What the main button says. */
  readonly button: ComponentChildren;
  /** Further buttons beside it. */
  readonly more?: ComponentChildren;
  /** Behind the fields, before the buttons. */
  readonly children?: ComponentChildren;
  readonly draft?: string | undefined;
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  /** A file is sent along. */
  readonly files?: true;
  /** Fields stand beside each other where there is room, for staff. */
  readonly beside?: true;
}

/** A form with its summary of what to mend, its fields and its buttons. */
export function FilledIn(props: FilledInProps): VNode {
  return (
    <>
      <Refusals of={props.of} form={props.form} />
      <BareForm {...props} />
    </>
  );
}

/** The same where the summary stands elsewhere on the page. */
export function BareForm(props: FilledInProps): VNode {
  const { action, form, draft, hidden, files, beside } = props;
  return (
    <Form
      action={action}
      idempotencyKey={form.value('idempotency_key') || undefined}
      draft={draft}
      hidden={hidden}
      files={files}
      beside={beside}
    >
      {props.of.fields.some(({ hasAid }) => hasAid) && <EnterSends />}
      <Fields {...props} />
      {props.children}
      <Actions>
        <Button kind="main">{props.button}</Button>
        {props.more}
      </Actions>
    </Form>
  );
}

/** What to mend, from the first field to the last, each with the name of its field. */
export function Refusals({ of, form }: Pick<FieldsProps, 'of' | 'form'>): VNode {
  return <FormErrors refusals={inOrder(of, form, useLocale())} />;
}

function inOrder(of: FormOf, form: FormState, locale: Locale): FieldRefusal[] {
  const placeOf = (field = '') => of.fields.findIndex(({ name }) => name === field);
  return form.refusals
    .toSorted((one, other) => placeOf(one.field) - placeOf(other.field))
    .map(({ field, words }) => {
      const label = field && of.label(field, locale);
      return { field, words, ...(label && { label }) };
    });
}

/** The fields in their order, each part under its headline. */
export function Fields(props: FieldsProps): VNode {
  const locale = useLocale();
  const { of, form, without = [], before = {} } = props;
  const asked = of.fields.filter(({ name, isUnseen }) => !isUnseen && !without.includes(name));
  return (
    <>
      {asked.map((field) => {
        const headline = of.headline(field, locale);
        return (
          <>
            {headline && <Heading level={2}>{headline}</Heading>}
            {before[field.name]}
            {field.draw({
              form,
              locale,
              field: { ...partOf(of, { field, form, locale }), quietOptional: props.quiet },
            })}
          </>
        );
      })}
    </>
  );
}

function partOf(of: FormOf, { field, form, locale }: { field: Field; form: FormState; locale: Locale }) {
  const { name } = field;
  const [hint, bounds] = [of.hint(name, locale), field.bounds?.(locale)];
  return {
    ...form.field(name),
    label: of.label(name, locale),
    hint:
      hint && bounds ? (
        <>
          {hint} {bounds}
        </>
      ) : (
        (hint ?? bounds)
      ),
    optional: mayStayEmpty(field),
  };
}
