import type { VNode } from 'preact';
import { askTogether } from '../platform/database/questions.ts';
import { useWords } from '../platform/languages/reading.tsx';
import { inOrder } from '../platform/parts/in-order.ts';
import type { PublicPart, ShownFigure } from '../platform/parts/public-part.ts';
import { get, page, type Route } from '../platform/web/route.ts';
import { DataTable, EmptyState, PageHead, TranslationNote } from '../ui/index.ts';
import { pageMessages } from './pages.ts';
import { pagesPaths } from './paths.ts';

/** Fewer could point at somebody. */
const LEAST = 5;

type Counting = NonNullable<PublicPart['figures']>;

/** Everything that anybody may see of what is counted, each with how it is counted and over how many. */
export const figuresRoute = (parts: readonly PublicPart[]): Route => {
  const counting = inOrder(parts).flatMap(({ figures }) => figures ?? []);
  return get({
    path: pagesPaths.figures,
    access: 'everyone',
    audit: null,
    async handle({ db, locale, now }) {
      const asked = counting.map((figures, at) => [`${at}`, figures.asks(now)] as const);
      const answers = await askTogether(db, Object.fromEntries(asked));
      const counted = counting.map((figures, at) => ({ figures, answer: answers[at] as never }));
      const t = pageMessages.in(locale).plain;
      const found = { description: t('figures_lead') };
      return { ...page(t('figures_title'), <FiguresPage counted={counted} />), found };
    },
  });
};

function FiguresPage(props: {
  readonly counted: readonly { readonly figures: Counting; readonly answer: never }[];
}): VNode {
  const t = useWords(pageMessages);
  const said = props.counted.flatMap(({ figures, answer }) => figures.say(answer)).filter(mayBeShown);
  return (
    <>
      <PageHead title={t('figures_title')} lead={t('figures_lead')} />
      {said.length === 0 ? (
        <EmptyState title={t('figures_none')}>{t('figures_none_text')}</EmptyState>
      ) : (
        <DataTable
          caption={t('figures_title')}
          captionHidden
          rows={said}
          columns={[
            { key: 'what', head: t('figures_what'), rowHead: true, cell: ({ label }) => label },
            { key: 'value', head: t('figures_value'), needsHead: true, cell: ({ value }) => value },
            { key: 'formula', head: t('figures_formula'), needsHead: true, cell: ({ formula }) => formula },
          ]}
        />
      )}
      <TranslationNote />
    </>
  );
}

/** What says over how many it is counted is hidden where they are few. */
const mayBeShown = ({ of }: ShownFigure): boolean => of === undefined || of >= LEAST;
