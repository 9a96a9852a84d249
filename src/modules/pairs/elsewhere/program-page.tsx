import type { VNode } from 'preact';
import { dayInJapan } from '../../../platform/clock.ts';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import type { ProgramPage } from '../../../platform/parts/public/program-page.ts';
import { rememberedSetting } from '../../../platform/settings/settings.ts';
import { LineScene, Link, SummaryList } from '../../../ui/index.ts';
import { tableOn } from '../fees/rules.ts';
import { type FeeTable, feesSetting } from '../fees/setting.ts';
import { pairsPaths } from '../paths.ts';
import { pairsMessages } from '../words.ts';

const { label } = pairsMessages;

/** Half a year together, for whoever does not know it yet. */
export const pairsProgramPage: ProgramPage = {
  order: 20,
  slug: 'pairs',
  picture: () => <LineScene name="table" isTold />,
  title: label('home_pairs_title'),
  lead: label('home_pairs_text'),
  steps: [
    {
      picture: () => <LineScene name="writing" />,
      title: label('about_how_1'),
      text: label('about_how_1_text'),
    },
    {
      picture: () => <LineScene name="checking" />,
      title: label('about_how_2'),
      text: label('about_how_2_text'),
    },
    {
      picture: () => <LineScene name="meeting" />,
      title: label('about_how_3'),
      text: label('about_how_3_text'),
    },
  ],
  who: [label('program_who_1'), label('program_who_2'), label('about_help')],
  async costs(db, now) {
    const { sides, tables } = await rememberedSetting(db, feesSetting);
    const [side] = sides;
    if (!side) return <Nothing />;
    return <Costs only={sides.length === 1 ? side : null} table={tableOn(tables, dayInJapan(now))} />;
  },
  notes: {
    title: label('about_not_title'),
    lines: [label('about_not_1'), label('about_not_2'), label('about_not_3'), label('about_not_text')],
  },
  next: [{ href: pairsPaths.own(), label: label('program_apply') }],
};

function Nothing(): VNode {
  return <p>{useWords(pairsMessages)('program_fees_none')}</p>;
}

function Costs({
  only,
  table: { full },
}: {
  /** The side that pays, where one does not. */
  readonly only: 'resident' | 'volunteer' | null;
  readonly table: FeeTable;
}): VNode {
  const t = useWords(pairsMessages);
  const { yen } = useFormats();
  return (
    <>
      {only && <p>{t(`fees_only_${only}`)}</p>}
      <SummaryList
        rows={[
          { label: t('fee_registration'), value: yen(full.registration) },
          { label: t('fee_membership'), value: yen(full.membership) },
        ]}
      />
      <p>
        {t('fees_less')} <Link href={pairsPaths.fees()}>{t('fees_title')}</Link>
      </p>
    </>
  );
}
