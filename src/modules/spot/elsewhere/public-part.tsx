import type { VNode } from 'preact';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { lastCounted } from '../../../platform/figures.ts';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import type { PublicPart } from '../../../platform/parts/public-part.ts';
import { rememberedSetting } from '../../../platform/settings/settings.ts';
import { Disclosure, LineScene, PictureCards, PictureGrid } from '../../../ui/index.ts';
import { spotPaths } from '../paths.ts';
import { type SpotSettings, spotSetting } from '../settings.ts';
import { type PublicFigures, publicFigures } from '../store/lists/figures.ts';
import { CATEGORIES } from '../types.ts';
import { openingOf, spotMessages } from '../words.ts';

/** What it is, how to ask and for what, how that went lately, and when help is given. */
export const spotPublicPart: PublicPart = {
  order: 10,
  way: { href: spotPaths.requestsNew(), label: spotMessages.label('home_ask') },
  card: {
    picture: () => <LineScene name="reading" />,
    title: spotMessages.label('home_card_title'),
    text: spotMessages.label('home_card_text'),
    href: housePaths.program({ program: 'spot' }),
    act: spotMessages.label('home_card_way'),
  },
  view: HowAndWhat,
  figures: {
    asks: (now) => lastCounted(publicFigures, now),
    say: sayFigures,
  },
  about: async (db) => <Hours settings={await rememberedSetting(db, spotSetting)} />,
};

function HowAndWhat(): VNode {
  const t = useWords(spotMessages);
  const topics = CATEGORIES.map((category) => ({
    picture: category,
    title: t(`topic_${category}`),
    text: t(`topic_${category}_text`),
  }));
  return (
    <section data-width="full">
      <h2>{t('home_how_title')}</h2>
      <PictureCards
        isInOrder
        items={[
          { picture: <LineScene name="writing" />, title: t('home_how_1'), text: t('home_how_1_text') },
          { picture: <LineScene name="checking" />, title: t('home_how_2'), text: t('home_how_2_text') },
          { picture: <LineScene name="meeting" />, title: t('home_how_3'), text: t('home_how_3_text') },
        ]}
      />
      <p>{t('home_costs')}</p>
      <Disclosure summary={t('home_topics_title')}>
        <PictureGrid items={topics} />
      </Disclosure>
    </section>
  );
}

function sayFigures({ answeredCount, medianHoursToAnswer: median }: PublicFigures) {
  const t = useWords(spotMessages);
  const { count } = useFormats();
  const of = answeredCount ?? 0;
  const formula = t('formula_helped');
  const helped = of > 0 ? [{ label: t('home_figure_helped'), value: count(of), formula, of }] : [];
  if (median === null) return helped;
  const value = t('home_hours', { count: Math.max(1, Math.round(median)) });
  const middle = t('formula_hours', { count: of });
  return [...helped, { label: t('home_figure_hours'), value, formula: middle, of }];
}

function Hours(props: { settings: SpotSettings }): VNode {
  return <p>{useWords(spotMessages)('about_hours', openingOf(props.settings, useFormats()))}</p>;
}
