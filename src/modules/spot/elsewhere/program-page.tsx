import type { VNode } from 'preact';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import type { ProgramPage } from '../../../platform/parts/public/program-page.ts';
import { rememberedSetting } from '../../../platform/settings/settings.ts';
import { LineScene } from '../../../ui/index.ts';
import { spotPaths } from '../paths.ts';
import { type SpotSettings, spotSetting } from '../settings.ts';
import { openingOf, spotMessages } from '../words.ts';

const { label } = spotMessages;

/** One-time help, for whoever does not know it yet. */
export const spotProgramPage: ProgramPage = {
  order: 10,
  slug: 'spot',
  picture: () => <LineScene name="counter" isTold />,
  title: label('home_card_title'),
  lead: label('home_card_text'),
  steps: [
    {
      picture: () => <LineScene name="writing" />,
      title: label('home_how_1'),
      text: label('home_how_1_text'),
    },
    {
      picture: () => <LineScene name="checking" />,
      title: label('home_how_2'),
      text: label('home_how_2_text'),
    },
    {
      picture: () => <LineScene name="meeting" />,
      title: label('home_how_3'),
      text: label('home_how_3_text'),
    },
    {
      picture: () => <LineScene name="reading" />,
      title: label('program_how_4'),
      text: label('program_how_4_text'),
    },
  ],
  who: [label('program_who_1'), label('program_who_2'), label('program_who_3')],
  costs: async (db) => <Costs settings={await rememberedSetting(db, spotSetting)} />,
  next: [{ href: spotPaths.requestsNew(), label: label('home_ask') }],
};

function Costs(props: { readonly settings: SpotSettings }): VNode {
  const t = useWords(spotMessages);
  return (
    <>
      <p>{t('program_free')}</p>
      <p>{t('home_costs')}</p>
      <p>{t('about_hours', openingOf(props.settings, useFormats()))}</p>
    </>
  );
}
