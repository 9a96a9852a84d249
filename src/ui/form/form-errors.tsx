import type { ComponentChildren, VNode } from 'preact';
import { useWords } from '../../platform/languages/reading.tsx';
import { uiMessages } from '../messages.ts';

/** What a form could not take: the name of the field and the sentence that says how to mend it. */
export interface FieldRefusal {
  /** The `name` of the field; absent for something that belongs to no single field. */
  field?: string | undefined;
  /** What the form calls the field, where the sentence alone would not say which one is meant. */
  label?: ComponentChildren | undefined;
  words: ComponentChildren;
}

/** The summary above a form that came back: how many answers need another look, each a link to its field. Nothing when all is well. */
export function FormErrors(props: { refusals: readonly FieldRefusal[] }): VNode | null {
  const words = useWords(uiMessages);
  if (props.refusals.length === 0) return null;
  return (
    <section class="form-refusals" tabindex={-1} autofocus aria-labelledby="form-refusals">
      <h2 id="form-refusals">{words('please_check', { count: props.refusals.length })}</h2>
      <p>{words('please_check_hint')}</p>
      <ul>
        {props.refusals.map((refusal) => (
          <li>
            {refusal.field ? (
              <a href={`#${refusal.field}`}>
                <Sentence {...refusal} />
              </a>
            ) : (
              <Sentence {...refusal} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sentence({ label, words }: FieldRefusal): VNode {
  return (
    <>
      {label && <span class="form-refusal-label">{label}</span>}
      {words}
    </>
  );
}
