import type { VNode } from 'preact';
import type { FormState } from '../../../platform/web/form-state.ts';
import { FormErrors, Notice } from '../../../ui/index.ts';

/**
 * Why an act was refused. What concerns an act as a whole (somebody was faster) is a sentence by itself; what belongs
 * to one of `fields` is told in the summary above the form, with a link to it.
 */
export function ActRefusals(props: { form: FormState; fields?: readonly string[] }): VNode {
  const isTyped = ({ field }: { field: string | undefined }) =>
    field !== undefined &&
    (props.fields ?? []).some((name) => field === name || field.startsWith(`${name}.`));
  const { refusals } = props.form;
  return (
    <>
      {refusals
        .filter((refusal) => !isTyped(refusal))
        .map(({ words }) => (
          <Notice tone="notice" role="alert">
            {words}
          </Notice>
        ))}
      <FormErrors refusals={refusals.filter(isTyped)} />
    </>
  );
}
