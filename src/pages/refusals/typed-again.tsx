import type { VNode } from 'preact';
import { useWords } from '../../platform/languages/reading.tsx';
import { isProse } from '../../platform/web/form-state.ts';
import type { TypedForm } from '../../platform/web/kept-form.ts';
import { Button, Form } from '../../ui/index.ts';
import { pageMessages } from '../pages.ts';

const KEY = 'idempotency_key';

/**
 * A form that could not be taken, in the answer itself: to be read and copied, and sent again by one button. It keeps its
 * key, so that what was done after all is not done twice.
 */
export function TypedAgain({ typed }: { typed: TypedForm }): VNode {
  const words = useWords(pageMessages);
  return (
    <section>
      <h2>{words('typed_title')}</h2>
      <p>{words('typed_text')}</p>
      {typed.fields
        .filter(([, value]) => isProse(value))
        .map(([, value]) => (
          <blockquote class="typed">{value}</blockquote>
        ))}
      {typed.hadFiles ? <p>{words('typed_files')}</p> : null}
      <Form action={typed.path} idempotencyKey={typed.fields.find(([name]) => name === KEY)?.[1]}>
        {typed.fields
          .filter(([name]) => name !== KEY)
          .map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
        <Button kind="main">{words('typed_send')}</Button>
      </Form>
    </section>
  );
}
