import type { VNode } from 'preact';
import { Press } from '../../../kits/acts/index.ts';
import type { Words } from '../../../platform/languages/messages.tsx';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import { Actions, Link, Notice, OwnWords, PageHead, PersonName, SummaryList } from '../../../ui/index.ts';
import { languageName } from '../../people/index.ts';
import { EmergencyLine } from '../../safety/index.ts';
import { seasonPaths } from '../paths.ts';
import type { Alone, Call } from '../types.ts';
import { seasonMessages } from '../words.ts';
import { callTable } from './sent.ts';

/** Whom to call, when, in which language, at which number; then how it went. */
export function CallPage(props: {
  readonly call: Call;
  readonly alone: Alone;
  readonly name: Words;
  readonly languages: readonly string[];
  readonly form: FormState;
}): VNode {
  const t = useWords(seasonMessages);
  const locale = useLocale();
  const { day, list } = useFormats();
  const { call, alone, name, languages, form } = props;
  const of = { id: call.id, state: call.state, form };
  return (
    <>
      <PageHead
        title={t('call_title')}
        lead={t('call_lead')}
        back={{ href: seasonPaths.hours(), label: t('give_hours') }}
      />
      <SummaryList
        rows={[
          { label: t('call_whom'), value: <PersonName>{name}</PersonName> },
          {
            label: t('call_when'),
            value: t('day_and_part', { day: day(call.onDay), part: t(`part_${call.part}`) }),
          },
          { label: t('call_languages'), value: list(languages.map((one) => languageName(one, locale))) },
          { label: t('call_ways'), value: list(alone.ways.map((way) => t(`way_${way}`))) },
          { label: t('call_reach'), value: <Reach reach={alone.reach} /> },
          ...(alone.note ? [{ label: t('call_note'), value: <OwnWords>{alone.note}</OwnWords> }] : []),
        ]}
      />
      <Notice>{t('call_advice')}</Notice>
      <EmergencyLine />
      <Actions>
        <Press table={callTable} of={of} act="called" kind="main">
          {t('call_made')}
        </Press>
        <Press table={callTable} of={of} act="missed">
          {t('call_missed')}
        </Press>
      </Actions>
    </>
  );
}

/** As they wrote it; a number alone can be pressed. */
function Reach({ reach }: { readonly reach: string }): VNode {
  const digits = reach.replaceAll(/[^\d+]/g, '');
  const isNumber = /^[+\d][\d\s()-]+$/.test(reach.trim()) && digits.length >= 9;
  return isNumber ? <Link href={`tel:${digits}`}>{reach}</Link> : <OwnWords>{reach}</OwnWords>;
}
