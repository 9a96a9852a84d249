import type { VNode } from 'preact';
import type { Locale } from '../platform/languages/locales.ts';
import { useWords } from '../platform/languages/reading.tsx';
import type { FormState } from '../platform/web/form-state.ts';
import type { RefusalStatus } from '../platform/web/house.ts';
import { FormErrors, Link, Notice, PageHead } from '../ui/index.ts';
import { pageMessages } from './pages.ts';

const KINDS = {
  403: ['forbidden_title', 'forbidden_text'],
  404: ['missing_title', 'missing_text'],
  413: ['too_large_title', 'too_large_text'],
  422: ['refused_title', 'refused_text'],
  429: ['too_many_title', 'too_many_text'],
  500: ['broken_title', 'broken_text'],
  503: ['away_title', 'away_text'],
} as const;

/** The page for what can't be shown or done: what happened, and what to do next. */
export function refusalPage(
  status: RefusalStatus,
  form: FormState | null,
): { title(locale: Locale): string; body: VNode } {
  const [title] = KINDS[status];
  return {
    title: (locale) => pageMessages.in(locale).plain(title),
    body: <RefusalPage status={status} form={form} />,
  };
}

function RefusalPage(props: { status: RefusalStatus; form: FormState | null }): VNode {
  const words = useWords(pageMessages);
  const [title, text] = KINDS[props.status];
  return (
    <>
      <PageHead title={words(title)} />
      {props.form && props.form.refusals.length > 0 ? (
        <FormErrors refusals={props.form.refusals.map((refusal) => ({ words: refusal.words }))} />
      ) : null}
      <Notice tone="notice">
        <p>{words(text)}</p>
      </Notice>
      <p>
        <Link href="/" kind="block">
          {words('go_home')}
        </Link>
      </p>
    </>
  );
}
