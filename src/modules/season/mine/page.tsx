import type { VNode } from 'preact';
import { findMunicipality } from '../../../japanese/places.ts';
import { FilledIn } from '../../../kits/forms/index.ts';
import type { Words } from '../../../platform/languages/messages.tsx';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  ActionForm,
  Actions,
  Button,
  Card,
  Notice,
  OwnWords,
  PageHead,
  SummaryList,
} from '../../../ui/index.ts';
import { languageName, municipalityWords } from '../../people/index.ts';
import { EmergencyLine, EmergencyPanel, findDangers } from '../../safety/index.ts';
import { seasonPaths } from '../paths.ts';
import { daysOf } from '../rules/days.ts';
import type { Alone, Call, Season } from '../types.ts';
import { seasonMessages } from '../words.ts';
import type { OwnDays, SupportDays } from './find.ts';
import { aloneForm, supportsForm } from './forms.tsx';

interface MineProps extends OwnDays {
  readonly season: Season;
  readonly alone: Alone | null;
  readonly calls: readonly Call[];
}

const toYearEnd = (label: Words) => ({ href: seasonPaths.yearEnd(), label });

/** The days on which nobody is there on whom somebody counts, and what they can do about it. */
export function MinePage(props: MineProps): VNode {
  const t = useWords(seasonMessages);
  const { list, day } = useFormats();
  const { allShut, supports, alone } = props;
  const dangers = findDangers(alone?.note ?? '');
  const shut = list(allShut.map((one) => day(Temporal.PlainDate.from(one))));
  return (
    <>
      {dangers.length > 0 && <EmergencyPanel dangers={dangers} />}
      <PageHead title={t('my_days')} back={toYearEnd(t('year_end_title'))} />
      <EmergencyLine />
      {allShut.length > 0 ? (
        <Notice tone="notice" title={t('all_shut_title')}>
          <p>{t('all_shut_on', { days: shut })}</p>
        </Notice>
      ) : (
        <Notice>{t(supports.length > 0 ? 'never_all_shut' : 'no_support_named')}</Notice>
      )}
      <SummaryList
        rows={supports.map((one) => ({
          label: <SupportName {...props} of={one.of} />,
          value: <OpenDays season={props.season} open={one.open} />,
        }))}
      />
      <Actions>
        <Button href={seasonPaths.supports()}>{t('name_supports')}</Button>
      </Actions>
      <OwnAlone {...props} />
    </>
  );
}

function SupportName({
  of,
  languages,
  municipalityCode,
}: Pick<MineProps, 'languages' | 'municipalityCode'> & Pick<SupportDays, 'of'>): VNode {
  const t = useWords(seasonMessages);
  const locale = useLocale();
  const { list } = useFormats();
  if (typeof of !== 'string') return <OwnWords>{of.name}</OwnWords>;
  const ward = municipalityCode ? findMunicipality(municipalityCode) : null;
  if (of === 'ward' && ward) return <>{t('support_ward_of', { ward: municipalityWords(ward, locale) })}</>;
  if (of !== 'lines') return <>{t(`support_${of}`)}</>;
  return <>{t('support_lines_in', { languages: list(languages.map((one) => languageName(one, locale))) })}</>;
}

function OpenDays({ season, open }: { readonly season: Season; readonly open: ReadonlySet<string> }): VNode {
  const t = useWords(seasonMessages);
  const { list, shortDay } = useFormats();
  const days = daysOf(season).filter((day) => open.has(day.toString()));
  if (days.length === 0) return <>{t('open_never')}</>;
  return <>{t('open_on', { days: list(days.map((day) => shortDay(day, season.from.year))) })}</>;
}

/** What they have said, who will call, and how to take it back. */
function OwnAlone({ alone, calls }: Pick<MineProps, 'alone' | 'calls'>): VNode {
  const t = useWords(seasonMessages);
  const { list, day } = useFormats();
  if (!alone)
    return (
      <Card
        title={t('alone_title')}
        level={2}
        actions={
          <Button href={seasonPaths.alone()} kind="main">
            {t('say_alone')}
          </Button>
        }
      >
        <p>{t('alone_lead')}</p>
      </Card>
    );
  return (
    <Card
      title={t('alone_title')}
      level={2}
      actions={
        <>
          <Button href={seasonPaths.alone()}>{t('alone_change')}</Button>
          <ActionForm action={seasonPaths.aloneWithdrawal()} confirm={t('alone_take_back_text')}>
            {t('alone_take_back')}
          </ActionForm>
        </>
      }
    >
      <p>{t('alone_said_for', { days: list(alone.days.map((one) => day(Temporal.PlainDate.from(one)))) })}</p>
      {calls.length === 0 && <p>{t('nobody_arranged_yet')}</p>}
      <ul>
        {calls.map((call) => (
          <li>{t('will_be_called', { day: day(call.onDay), part: t(`part_${call.part}`) })}</li>
        ))}
      </ul>
      <p class="quiet">{t('alone_kept')}</p>
    </Card>
  );
}

/** On whom somebody counts. */
export function SupportsPage({ form }: { readonly form: FormState }): VNode {
  const t = useWords(seasonMessages);
  return (
    <>
      <PageHead
        title={t('supports_title')}
        lead={t('supports_lead')}
        back={{ href: seasonPaths.mine(), label: t('my_days') }}
      />
      <FilledIn of={supportsForm} form={form} action={seasonPaths.supports()} button={t('save_supports')} />
    </>
  );
}

/** “I will be alone”: whom it is told, until when it is kept, then what is asked. */
export function AlonePage(props: {
  readonly form: FormState;
  readonly days: readonly Temporal.PlainDate[];
}): VNode {
  const t = useWords(seasonMessages);
  return (
    <>
      <PageHead title={t('say_alone')} lead={t('alone_lead')} back={toYearEnd(t('year_end_title'))} />
      <EmergencyLine />
      <Notice>{t('alone_who_reads')}</Notice>
      <FilledIn
        of={aloneForm(props.days)}
        form={props.form}
        action={seasonPaths.alone()}
        button={t('send_alone')}
      />
    </>
  );
}
