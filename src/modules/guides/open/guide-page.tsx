import type { VNode } from 'preact';
import { rubyWords } from '../../../platform/languages/messages.tsx';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import { Card, Columns, Link, Notice, PageHead, SummaryList, type SummaryRow } from '../../../ui/index.ts';
import { heardIn, linesOf } from '../guide/reading.ts';
import { guidesPaths } from '../paths.ts';
import { guidesMessages } from '../words.ts';
import { GuidePlace } from './guide-place.tsx';
import type { GuideProps } from './guide-props.ts';
import { useRead } from './saying.tsx';
import { StepView } from './step-view.tsx';

/** A guide as everybody reads it, on a screen and on A4. */
export function GuidePage(props: GuideProps): VNode {
  const t = useWords(guidesMessages);
  const { guide } = props;
  const { words, say } = useRead(guide);
  // Letters as small as that are for nobody who reads with readings: Easy Japanese takes two sheets where it has to.
  const isOneSheet = useLocale() === 'ja-easy' ? undefined : 'text';
  return (
    <>
      <PageHead
        title={say(words.title)}
        lead={say(words.lead)}
        back={{ href: guidesPaths.guides(), label: t('guides_title') }}
      />
      <Standing guide={guide} />
      <Columns first aside={<Before guide={guide} />}>
        <ol class="stack" data-gap="large" data-one-sheet={isOneSheet}>
          {guide.stepIds.map((id, at) => (
            <StepView {...props} stepId={id} number={at + 1} />
          ))}
        </ol>
        <Afterwards guide={guide} />
      </Columns>
      <Origin guide={guide} />
    </>
  );
}

/** What to know of the words before one follows them: in which language they are, and whether they are behind. */
function Standing({ guide }: Pick<GuideProps, 'guide'>): VNode {
  const t = useWords(guidesMessages);
  const locale = useLocale();
  const { language, behind, isHeldBack } = useRead(guide);
  return (
    <>
      {isHeldBack && (
        <Notice tone="danger" title={t('guide_held_back')}>
          {t('guide_held_back_text')}
        </Notice>
      )}
      {!isHeldBack && language !== locale && <Notice>{t('guide_in_another_language')}</Notice>}
      {behind === 'changes' && (
        <Notice tone="notice" title={t('guide_behind')}>
          {t('guide_behind_text')}
        </Notice>
      )}
    </>
  );
}

/** Who made these words. */
function Origin({ guide }: Pick<GuideProps, 'guide'>): VNode {
  const t = useWords(guidesMessages);
  const { origin } = useRead(guide);
  const { day } = useFormats();
  return (
    <p class="quiet">
      {t(`origin_${origin}`)}
      {guide.publishedAt && <> {t('guide_published', { day: day(guide.publishedAt) })}</>}
    </p>
  );
}

/** Before one goes: what to bring, how long it takes, what it costs, and the words that one will hear. */
function Before({ guide }: Pick<GuideProps, 'guide'>): VNode {
  const t = useWords(guidesMessages);
  const { words, say } = useRead(guide);
  const bring = linesOf(words.bring);
  const row = (label: Parameters<typeof t>[0], text: string): SummaryRow[] =>
    text === '' ? [] : [{ label: t(label), value: say(text) }];
  const rows = [
    { label: t('guide_where'), value: <GuidePlace guide={guide} /> },
    ...row('guide_lasts', words.lasts),
    ...row('guide_costs', words.costs),
  ];
  return (
    <>
      {bring.length > 0 && (
        <Card title={t('guide_bring')} level={2} accent>
          <ul class="to-tick">
            {bring.map((one) => (
              <li>{say(one)}</li>
            ))}
          </ul>
        </Card>
      )}
      <SummaryList rows={rows} />
      <Heard guide={guide} />
    </>
  );
}

function Heard({ guide }: Pick<GuideProps, 'guide'>): VNode | null {
  const t = useWords(guidesMessages);
  const { words, say, language } = useRead(guide);
  const heard = heardIn(words.heard);
  if (heard.length === 0) return null;
  // The word itself is Japanese whatever the language of what it means.
  const rows = heard.map(({ word, meaning }) => ({
    label: <HeardWord word={word} isJapanese={language === 'ja' || language === 'ja-easy'} />,
    value: say(meaning),
  }));
  return (
    <Card title={t('guide_heard')} level={2}>
      <SummaryList rows={rows} />
    </Card>
  );
}

function HeardWord({ word, isJapanese }: { readonly word: string; readonly isJapanese: boolean }): VNode {
  const shown = rubyWords(word);
  return <span lang={isJapanese ? undefined : 'ja'}>{shown}</span>;
}

function Afterwards({ guide }: Pick<GuideProps, 'guide'>): VNode {
  const t = useWords(guidesMessages);
  const { words, say } = useRead(guide);
  return (
    <>
      {words.afterwards !== '' && (
        <Card title={t('guide_afterwards')} level={2}>
          <p>{say(words.afterwards)}</p>
        </Card>
      )}
      <p data-screen-only>
        {t('guide_print')} <Link href={guidesPaths.guides()}>{t('guide_others')}</Link>
      </p>
    </>
  );
}
