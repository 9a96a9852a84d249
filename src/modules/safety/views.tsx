import type { VNode } from 'preact';
import { localeFacts } from '../../platform/languages/locales.ts';
import { useFormats, useLocale, useWords } from '../../platform/languages/reading.tsx';
import { ActionForm, Card, Link, Notice, PageHead, StatusChip } from '../../ui/index.ts';
import { FIRST_LINES } from './rules.ts';
import { type CheckedHelpline, DANGERS, type Danger } from './types.ts';
import { safetyMessages, staffSafetyMessages } from './words.ts';

/** Emergency numbers first, then the helplines by how soon they help. Needs no script and no sign-in. */
export function HelpNowPage(props: { lines: readonly CheckedHelpline[] }): VNode {
  const t = useWords(safetyMessages);
  const formats = useFormats();
  const collected = props.lines[0]?.helpline.collected_on;
  const groups = ['now', 'soon', 'advice'] as const;
  return (
    <>
      <PageHead title={t('help_now_title')} lead={t('help_now_lead')} />
      <Notice tone="danger" title={t('call_first_title')}>
        <p>{t('call_first_text')}</p>
        <p lang="ja">{t('say_in_japanese')}</p>
      </Notice>
      {groups.map((group) => (
        <section>
          <h2>{t(`group_${group}`)}</h2>
          <div class="tiles">
            {props.lines
              .filter((line) => line.helpline.group === group)
              .map((line) => (
                <LineCard line={line} />
              ))}
          </div>
        </section>
      ))}
      <Notice tone="info">
        <p>{t('not_our_numbers')}</p>
        {collected && <p>{t('collected_on', { day: formats.day(Temporal.PlainDate.from(collected)) })}</p>}
      </Notice>
    </>
  );
}

function LineCard(props: { line: CheckedHelpline }): VNode {
  const t = useWords(safetyMessages);
  const formats = useFormats();
  const { helpline, verifiedOn, needsCheck } = props.line;
  return (
    <Card
      accent={helpline.number === '119' || helpline.number === '110'}
      title={<Link href={`tel:${encodeURIComponent(helpline.tel)}`}>{helpline.number}</Link>}
      aside={needsCheck ? <StatusChip tone="notice">{t('call_to_check')}</StatusChip> : undefined}
    >
      <p>
        <strong>{t(`purpose_${helpline.purpose}`)}</strong>
      </p>
      <p>
        <Hours hours={helpline.hours} /> · <Languages helpline={helpline} />
        {helpline.is_free ? <> · {t('free')}</> : null}
      </p>
      {verifiedOn && <p class="field-hint">{t('verified_on', { day: formats.day(verifiedOn) })}</p>}
    </Card>
  );
}

function Hours(props: { hours: CheckedHelpline['helpline']['hours'] }): VNode {
  const t = useWords(safetyMessages);
  const { hours } = props;
  if (hours.kind !== 'weekly') return <>{t(`hours_${hours.kind}`)}</>;
  const days = hours.weekdays.length === 7 ? t('every_day') : t('on_weekdays');
  return (
    <>
      {days}
      {hours.from && hours.to ? ` ${hours.from}–${hours.to}` : ''}
    </>
  );
}

function Languages(props: { helpline: CheckedHelpline['helpline'] }): VNode {
  const t = useWords(safetyMessages);
  const formats = useFormats();
  const names = new Intl.DisplayNames(localeFacts[useLocale()].tag, { type: 'language' });
  const { helpline } = props;
  if (helpline.languages.length === 0)
    return (
      <>
        {helpline.language_count
          ? t('language_count', { count: helpline.language_count })
          : t('languages_unknown')}
      </>
    );
  const list = formats.list(helpline.languages.map((tag) => names.of(tag) ?? tag));
  return <>{helpline.has_interpreters ? t('languages_and_interpreters', { list }) : list}</>;
}

/** 119, 110 and what fits the danger, for the pages where somebody asks for help: first thing, and again when a text speaks of danger. */
export function EmergencyPanel(props: { dangers: readonly Danger[] }): VNode {
  const t = useWords(safetyMessages);
  const numbers =
    props.dangers.length > 0
      ? [...new Set(props.dangers.flatMap((danger) => FIRST_LINES[danger]))]
      : ['119', '110'];
  return (
    <Notice tone="danger" title={t('panel_title')}>
      <p>{t(props.dangers.length > 0 ? 'panel_text_danger' : 'panel_text')}</p>
      <ul>
        {numbers.map((number) => (
          <li>
            <Link href={`tel:${encodeURIComponent(number.replaceAll('-', ''))}`} kind="block">
              <span>
                <strong>{number}</strong> {t(shortPurpose(number))}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <p>
        <Link href="/help-now">{t('more_lines')}</Link>
      </p>
    </Notice>
  );
}

const SHORT = {
  '119': 'purpose_fire_ambulance',
  '110': 'purpose_police',
  '#7119': 'purpose_ambulance_unsure',
  '#8891': 'purpose_sexual_violence_onestop',
  '189': 'purpose_child_abuse',
  '0120-279-338': 'purpose_any_worry',
  '0120-279-889': 'purpose_dv_plus',
} as const;

function shortPurpose(number: string): (typeof SHORT)[keyof typeof SHORT] {
  return SHORT[number as keyof typeof SHORT];
}

/** Which dangers a form's hidden field names, so that "send it anyway" is about what was shown. */
export function readShownDangers(value: string): Danger[] {
  return value.split(' ').filter((word): word is Danger => DANGERS.some((danger) => danger === word));
}

/** For administrators: each line, when it was last called, and what to do. */
export function HelplinesPage(props: { lines: readonly CheckedHelpline[] }): VNode {
  const t = useWords(staffSafetyMessages);
  return (
    <>
      <PageHead title={t('helplines_title')} lead={t('helplines_lead')} />
      {props.lines.map((line) => (
        <LineToCheck line={line} />
      ))}
    </>
  );
}

function LineToCheck(props: { line: CheckedHelpline }): VNode {
  const t = useWords(staffSafetyMessages);
  const say = useWords(safetyMessages);
  const formats = useFormats();
  const { helpline, verifiedOn, isHidden, needsCheck } = props.line;
  const hidden = { number: helpline.number };
  const chip = isHidden ? t('is_hidden') : needsCheck ? t('is_to_check') : t('is_shown');
  return (
    <Card
      level={2}
      title={helpline.number}
      aside={<StatusChip tone={isHidden || needsCheck ? 'notice' : 'good'}>{chip}</StatusChip>}
      actions={
        <>
          <ActionForm action="/helplines/verifications" hidden={hidden} kind="main">
            {t('called_today')}
          </ActionForm>
          <ActionForm
            action="/helplines/visibility"
            hidden={{ ...hidden, is_hidden: isHidden ? 'no' : 'yes' }}
            kind="quiet"
          >
            {isHidden ? t('show_line') : t('hide_line')}
          </ActionForm>
        </>
      }
    >
      <p>{say(`purpose_${helpline.purpose}`)}</p>
      <p>
        <Hours hours={helpline.hours} /> ·{' '}
        {t('source', { source: helpline.source ?? t.plain('source_unknown') })}
      </p>
      <p>{verifiedOn ? say('verified_on', { day: formats.day(verifiedOn) }) : t('never_called')}</p>
    </Card>
  );
}
