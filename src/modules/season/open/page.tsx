import type { VNode } from 'preact';
import type { Hours } from '../../../kits/slots/index.ts';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { localeFacts } from '../../../platform/languages/locales.ts';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { ComingOne } from '../../../platform/parts/public/coming.ts';
import type { Role } from '../../../platform/permissions.ts';
import {
  Actions,
  Button,
  CallButton,
  Calls,
  Link,
  PageHead,
  SummaryList,
  TranslationNote,
} from '../../../ui/index.ts';
import { type CheckedHelpline, FIRST_NUMBERS } from '../../safety/index.ts';
import { seasonPaths } from '../paths.ts';
import type { Opening, Season } from '../types.ts';
import { seasonMessages } from '../words.ts';
import { Days } from './days.tsx';

interface YearEndProps {
  readonly season: Season;
  readonly today: Temporal.PlainDate;
  readonly lines: readonly CheckedHelpline[];
  readonly openings: readonly Opening[];
  readonly hours: Hours;
  readonly tables: readonly ComingOne[];
  readonly roles: ReadonlySet<Role>;
}

/** Whom to call, what is open on which day, how one lives meanwhile, and who has time. */
export function YearEndPage(props: YearEndProps): VNode {
  const t = useWords(seasonMessages);
  const { day } = useFormats();
  const { season } = props;
  return (
    <>
      <PageHead
        title={t('year_end_title')}
        lead={t('year_end_from_to', { from: day(season.from), to: day(season.to) })}
      />
      <FirstCalls />
      <nav aria-label={t.plain('year_end_title')} data-screen-only data-one-sheet="columns">
        <ul class="row">
          {(['days', 'life', 'customs', 'company'] as const).map((part) => (
            <li>
              <Link href={`#${part}`} kind="block">
                {t(`part_${part}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Days {...props} />
      <Told part="life" />
      {/* On paper, whom to call and what is open is the first sheet, to hang up by itself; this is the second. */}
      <div class="next-sheet">
        <Told part="customs" />
        <Company {...props} />
      </div>
      <TranslationNote />
    </>
  );
}

/** 119 and 110 before any word. */
function FirstCalls(): VNode {
  const t = useWords(seasonMessages);
  return (
    <>
      <Calls>
        {FIRST_NUMBERS.map(({ number }) => (
          <CallButton tel={number} number={number} kind="kaki">
            {t(number === '119' ? 'call_119' : 'call_110')}
          </CallButton>
        ))}
      </Calls>
      <p>
        {t('always_there')} <Link href={housePaths.helpNow()}>{t('more_lines')}</Link>
      </p>
    </>
  );
}

const TOLD = {
  life: ['garbage', 'doctor', 'money', 'shops', 'trains', 'post', 'papers'],
  customs: ['before', 'last_day', 'new_year', 'shrine', 'quiet', 'greeting'],
} as const;

/** What one should know, one thing a line. */
function Told({ part }: { readonly part: keyof typeof TOLD }): VNode {
  const t = useWords(seasonMessages);
  return (
    <section class="stack">
      <h2 id={part}>{t(`part_${part}`)}</h2>
      <SummaryList
        rows={TOLD[part].map((thing) => ({ label: t(`${thing}_title`), value: t(`${thing}_text`) }))}
      />
    </section>
  );
}

/** Open tables, and how to say that one is alone or has time. */
function Company({ tables, roles }: Pick<YearEndProps, 'tables' | 'roles'>): VNode {
  const t = useWords(seasonMessages);
  const locale = useLocale();
  const { dayTime } = useFormats();
  return (
    <section class="stack">
      <h2 id="company">{t('part_company')}</h2>
      <p>{t('company_text')}</p>
      {tables.length === 0 && <p>{t('no_tables')}</p>}
      <ul>
        {tables.map(({ title, tag, at, href }) => (
          <li>
            <Link href={href}>
              {tag === localeFacts[locale].tag ? title : <span lang={tag}>{title}</span>}
            </Link>
            {' · '}
            {dayTime(at)}
          </li>
        ))}
      </ul>
      <Actions>
        <Button href={seasonPaths.alone()} kind="main">
          {t('say_alone')}
        </Button>
        <Button href={seasonPaths.mine()}>{t('my_days')}</Button>
        {roles.has('volunteer') && <Button href={seasonPaths.hours()}>{t('give_hours')}</Button>}
        {(['volunteer', 'coordinator'] as const).some((role) => roles.has(role)) && (
          <Button href={seasonPaths.openings()}>{t('collect_openings')}</Button>
        )}
      </Actions>
    </section>
  );
}

/** While no season is set: whom to call is there all year. */
export function NoSeasonPage(): VNode {
  const t = useWords(seasonMessages);
  return (
    <>
      <PageHead title={t('year_end_title')} lead={t('no_season')} />
      <FirstCalls />
      <TranslationNote />
    </>
  );
}
