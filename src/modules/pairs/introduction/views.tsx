import type { VNode } from 'preact';
import { ActForm, Press } from '../../../kits/acts/index.ts';
import { NextStep } from '../../../kits/scenes/index.ts';
import { SlotRadios } from '../../../kits/slots/index.ts';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { Actions, Button, Disclosure, Link, OwnWords, SummaryList } from '../../../ui/index.ts';
import { pairForms } from '../pair/page/forms.ts';
import { type PairProps, shownOf } from '../pair/page/shown.ts';
import { pairsPaths } from '../paths.ts';
import type { ShownOther } from '../propose/shown.ts';
import { NotThisTime } from '../propose/views.tsx';
import { pairsMessages } from '../words.ts';
import { haveMet, maySetIntroduction, yesOf } from './rules.ts';

type Props = PairProps & { readonly other: ShownOther };

/** What comes next between two who would like to meet: a time, the meeting, and whether both would like to go on. */
export function IntroductionStep(props: Props): VNode {
  const { introduction, now, pair, side } = props;
  if (!introduction) return <ChooseTime {...props} />;
  if (!haveMet(introduction, now)) return <MeetingAhead {...props} introduction={introduction} />;
  return yesOf(pair, side) ? <YesSaid /> : <Agree {...props} />;
}

function ChooseTime(props: Props): VNode {
  const t = useWords(pairsMessages);
  const name = props.other.name.words;
  return (
    <NextStep title={t('introduction_choose_title')} text={t('introduction_choose_text', { name })}>
      {props.slots.length > 0 ? <Times {...props} /> : <p>{t('introduction_none')}</p>}
      <NotThisTime {...props} />
    </NextStep>
  );
}

function Times(props: Props): VNode {
  const t = useWords(pairsMessages);
  const { slots, form } = props;
  return (
    <ActForm
      table={pairForms}
      of={shownOf(props)}
      act="introduction"
      kind="main"
      button={t('introduction_take')}
    >
      <SlotRadios {...form.field('slot')} label={t('introduction_times')} slots={slots} />
    </ActForm>
  );
}

function MeetingAhead(props: Props & { readonly introduction: NonNullable<Props['introduction']> }): VNode {
  const t = useWords(pairsMessages);
  const formats = useFormats();
  const { introduction, pair, slots, now, side } = props;
  const { startsAt, endsAt, host, place, whereWords } = introduction;
  const mayMove = slots.length > 0 && maySetIntroduction(introduction, side, now).ok;
  return (
    <NextStep
      title={t('introduction_set_title', { when: formats.span(startsAt, endsAt) })}
      text={host ? t('introduction_set_text', { host: host.words }) : undefined}
    >
      <SummaryList
        rows={[
          {
            label: t('introduction_where'),
            value: (
              <>
                {place === 'online' && <div>{t('introduction_online')}</div>}
                <Where words={whereWords ?? ''} />
              </>
            ),
          },
        ]}
      />
      <Actions>
        <Button href={pairsPaths.introductionCalendar({ id: pair.id })}>{t('introduction_calendar')}</Button>
      </Actions>
      {mayMove && (
        <Disclosure id="other-time" summary={t('introduction_other')}>
          <Times {...props} />
        </Disclosure>
      )}
      <NotThisTime {...props} />
    </NextStep>
  );
}

/** A link is one to press; an address is read. */
function Where({ words }: { readonly words: string }): VNode {
  if (!/^https:\/\/\S+$/.test(words)) return <OwnWords>{words}</OwnWords>;
  return (
    <Link href={words} kind="block">
      {words}
    </Link>
  );
}

function Agree(props: Props): VNode {
  const t = useWords(pairsMessages);
  const formats = useFormats();
  const { answerBy } = props.pair;
  return (
    <NextStep
      title={t('agree_title')}
      text={answerBy ? t('agree_text', { until: formats.dayTime(answerBy) }) : undefined}
    >
      <Actions>
        <Press table={pairForms} of={shownOf(props)} act="agreement" kind="main">
          {t('agree_yes')}
        </Press>
      </Actions>
      <NotThisTime {...props} />
    </NextStep>
  );
}

function YesSaid(): VNode {
  const t = useWords(pairsMessages);
  return <NextStep title={t('agree_waiting_title')} text={t('agree_yes_said')} />;
}
