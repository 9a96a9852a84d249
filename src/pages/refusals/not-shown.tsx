import type { VNode } from 'preact';
import { useWords } from '../../platform/languages/reading.tsx';
import type { FormState } from '../../platform/web/form-state.ts';
import { pageMessages } from '../pages.ts';

/**
 * What somebody wrote in a form that is not on the page any more, because things have moved on: to be read and copied.
 * Stands behind the page, which has asked for what it shows by then.
 */
export function NotShown({ form }: { readonly form: FormState }): VNode | null {
  const t = useWords(pageMessages);
  const left = form.wordsNotShown();
  if (left.length === 0) return null;
  return (
    <section>
      <h2>{t('typed_title')}</h2>
      <p>{t('typed_copy')}</p>
      {left.map((words) => (
        <blockquote class="typed">{words}</blockquote>
      ))}
    </section>
  );
}
