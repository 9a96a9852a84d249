import type { VNode } from 'preact';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import { ActionForm, EmptyState, OwnWords, PageHead, PersonName, SummaryList } from '../../../ui/index.ts';
import { languageName } from '../../people/index.ts';
import { seasonPaths } from '../paths.ts';
import type { Call } from '../types.ts';
import { seasonStaffMessages } from '../words.ts';
import type { AloneOnDesk, HourOnDesk } from './find.ts';

interface OneProps {
  readonly one: AloneOnDesk;
  readonly calls: readonly (Call & { readonly name: string })[];
  /** Hours that fit: on a day of theirs, in a language of theirs. */
  readonly hours: readonly HourOnDesk[];
  /** How many more there are. */
  readonly more: number;
}

/** One who will be alone: what they said, what is arranged, and who could call. */
export function OnePage(props: OneProps): VNode {
  const t = useWords(seasonStaffMessages);
  const locale = useLocale();
  const { day, list } = useFormats();
  const { alone, name, days, languages } = props.one;
  return (
    <>
      <PageHead
        title={t('one_title', { name })}
        lead={t('one_lead')}
        back={{ href: seasonPaths.desk(), label: t('desk_title') }}
      />
      <SummaryList
        rows={[
          { label: t('one_days'), value: list(days.map((one) => day(Temporal.PlainDate.from(one)))) },
          { label: t('one_languages'), value: list(languages.map((one) => languageName(one, locale))) },
          { label: t('one_ways'), value: list(alone.ways.map((way) => t(`way_${way}`))) },
          { label: t('one_reach'), value: <OwnWords>{alone.reach}</OwnWords> },
          ...(alone.note ? [{ label: t('one_note'), value: <OwnWords>{alone.note}</OwnWords> }] : []),
        ]}
      />
      <Arranged {...props} />
      <Fitting {...props} />
    </>
  );
}

function Arranged({ calls }: OneProps): VNode | null {
  const t = useWords(seasonStaffMessages);
  const { day } = useFormats();
  if (calls.length === 0) return null;
  return (
    <section class="stack">
      <h2>{t('arranged_title')}</h2>
      <SummaryList
        rows={calls.map((call) => ({
          label: t('day_and_part', { day: day(call.onDay), part: t(`part_${call.part}`) }),
          value: (
            <>
              <p>
                <PersonName>{call.name}</PersonName> · {t(`call_${call.state}`)}
              </p>
              {call.state === 'arranged' && (
                <ActionForm action={seasonPaths.deskCallingOff({ id: call.id })} confirm={t('call_off_text')}>
                  {t('call_off')}
                </ActionForm>
              )}
            </>
          ),
        }))}
      />
    </section>
  );
}

function Fitting({ one, hours, more }: OneProps): VNode {
  const t = useWords(seasonStaffMessages);
  const { day, list, plain } = useFormats();
  const locale = useLocale();
  return (
    <section class="stack">
      <h2>{t('fitting_title')}</h2>
      {hours.length === 0 && <EmptyState title={t('fitting_none')}>{t('fitting_none_text')}</EmptyState>}
      {hours.length > 0 && (
        <SummaryList
          rows={hours.map(({ id, hour, name, languages }) => ({
            label: t('day_and_part', { day: day(hour.onDay), part: t(`part_${hour.part}`) }),
            value: (
              <>
                <p>
                  <PersonName>{name}</PersonName> ·{' '}
                  {list(languages.map((language) => languageName(language, locale)))}
                </p>
                <ActionForm
                  action={seasonPaths.deskCalls({ id: one.id })}
                  hidden={{ hourId: id }}
                  label={t.plain('arrange_named', {
                    name,
                    day: plain.day(hour.onDay),
                    part: t.plain(`part_${hour.part}`),
                  })}
                >
                  {t('arrange')}
                </ActionForm>
              </>
            ),
          }))}
        />
      )}
      {more > 0 && <p>{t('fitting_more', { count: more })}</p>}
    </section>
  );
}
