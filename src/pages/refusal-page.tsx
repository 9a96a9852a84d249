import type { VNode } from 'preact';
import type { Locale } from '../platform/languages/locales.ts';
import { useWords } from '../platform/languages/reading.tsx';
import type { RefusalStatus, RefusedWith } from '../platform/web/house.ts';
import { FormErrors, LineScene, Link, Notice, PageHead } from '../ui/index.ts';
import { pageMessages } from './pages.ts';
import { TypedAgain } from './refusals/typed-again.tsx';

const KINDS = {
  403: ['forbidden_title', 'forbidden_text'],
  404: ['missing_title', 'missing_text'],
  413: ['too_large_title', 'too_large_text'],
  422: ['refused_title', 'refused_text'],
  429: ['too_many_title', 'too_many_text'],
  500: ['broken_title', 'broken_text'],
  503: ['away_title', 'away_text'],
  507: ['full_title', 'full_text'],
} as const;

/** The page for what can't be shown or done: what happened, what to do next, and what was typed. */
export function refusalPage(
  status: RefusalStatus,
  about: RefusedWith,
): { title(locale: Locale): string; body: VNode } {
  const [title] = KINDS[status];
  return {
    title: (locale) => pageMessages.in(locale).plain(title),
    body: <RefusalPage status={status} about={about} />,
  };
}

function RefusalPage(props: { status: RefusalStatus; about: RefusedWith }): VNode {
  const words = useWords(pageMessages);
  const [title, text] = KINDS[props.status];
  const { form, typed, seconds = 60 } = props.about;
  return (
    <>
      <PageHead title={words(title)} />
      {form && form.refusals.length > 0 ? (
        <FormErrors refusals={form.refusals.map((refusal) => ({ words: refusal.words }))} />
      ) : null}
      <Notice tone="notice">
        <p>{words(text, { minutes: Math.ceil(seconds / 60) })}</p>
      </Notice>
      {props.status === 404 && <LineScene name="new_year" isSmall />}
      {typed ? <TypedAgain typed={typed} /> : null}
      <p>
        <Link href="/" kind="block">
          {words('go_home')}
        </Link>
      </p>
    </>
  );
}
