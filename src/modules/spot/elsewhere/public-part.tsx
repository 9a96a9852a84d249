import type { VNode } from 'preact';
import { lastCounted } from '../../../platform/figures.ts';
import type { Words } from '../../../platform/languages/messages.tsx';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import type { PublicPart } from '../../../platform/parts/public-part.ts';
import { rememberedSetting } from '../../../platform/settings/settings.ts';
import { Card, PictureGrid } from '../../../ui/index.ts';
import { spotPaths } from '../paths.ts';
import { type SpotSettings, spotSetting } from '../settings.ts';
import { type PublicFigures, publicFigures } from '../store/lists/figures.ts';
import { CATEGORIES } from '../types.ts';
import { openingOf, spotMessages } from '../words.ts';

/** How to ask, for what, how that went lately, and when help is given. */
export const spotPublicPart: PublicPart = {
  order: 10,
  way: { href: spotPaths.requestsNew(), label: spotMessages.label('home_ask') },
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
    <>
      <section>
        <h2>{t('home_how_title')}</h2>
        <ol class="tiles" data-numbered>
          <HowStep title={t('home_how_1')} text={t('home_how_1_text')} />
          <HowStep title={t('home_how_2')} text={t('home_how_2_text')} />
          <HowStep title={t('home_how_3')} text={t('home_how_3_text')} />
        </ol>
      </section>
      <section>
        <h2>{t('home_topics_title')}</h2>
        <PictureGrid items={topics} />
      </section>
    </>
  );
}

function HowStep(props: { title: Words; text: Words }): VNode {
  return (
    <li>
      <Card title={props.title}>
        <p>{props.text}</p>
      </Card>
    </li>
  );
}

function sayFigures({ answeredCount, medianHoursToAnswer: median }: PublicFigures) {
  const t = useWords(spotMessages);
  const few = <small>{t('home_figure_few')}</small>;
  return [
    {
      label: t('home_figure_helped'),
      value: answeredCount === null ? few : useFormats().count(answeredCount),
    },
    {
      label: t('home_figure_hours'),
      value: median === null ? few : t('home_hours', { count: Math.max(1, Math.round(median)) }),
    },
  ];
}

function Hours(props: { settings: SpotSettings }): VNode {
  return <p>{useWords(spotMessages)('about_hours', openingOf(props.settings, useFormats()))}</p>;
}
