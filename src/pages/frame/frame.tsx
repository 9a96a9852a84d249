import type { VNode } from 'preact';
import { withoutDirections } from '../../japanese/text.ts';
import { EmergencyLine } from '../../modules/safety/index.ts';
import { housePaths } from '../../platform/addresses/paths.ts';
import { dayInJapan } from '../../platform/clock.ts';
import { STAFF_LOCALES } from '../../platform/languages/locales.ts';
import { rubyWords } from '../../platform/languages/messages.tsx';
import { hrefIn, useFormats, useLocale } from '../../platform/languages/reading.tsx';
import { entriesIn, type NavigationEntry } from '../../platform/parts/navigation.ts';
import {
  type Organization,
  organizationAsWritten,
  organizationName,
} from '../../platform/settings/organization.ts';
import type { Framed } from '../../platform/web/house.ts';
import { type AssetUrls, Once, Shell, ShellFooter, type ShellProps } from '../../ui/index.ts';
import { pageMessages } from '../pages.ts';
import { pagesPaths } from '../paths.ts';
import { NotShown } from '../refusals/not-shown.tsx';
import { pageHeader } from './page-header.tsx';

interface Around {
  readonly organization: Organization;
  readonly assets: AssetUrls;
}

/**
 * What draws the document around a page: navigation for who is looking, their menu, the languages the page exists in.
 * @param entries of all modules
 */
export function frameOf(entries: readonly NavigationEntry[], around: Around): (page: Framed) => VNode {
  const parts = { PageHeader: pageHeader(entries), footer: footer(entries) };
  return (page) => frame(page, around, parts);
}

interface Parts {
  readonly PageHeader: ReturnType<typeof pageHeader>;
  readonly footer: ReturnType<typeof footer>;
}

function frame(page: Framed, around: Around, { PageHeader, footer }: Parts): VNode {
  const { actor } = page;
  const languages = page.isForStaffOnly ? STAFF_LOCALES : undefined;
  const organization = organizationName(around.organization, page.locale);
  return (
    <Shell
      locale={page.locale}
      title={titleOf(page)}
      organization={organization}
      path={page.path}
      assets={around.assets}
      header={
        <PageHeader
          path={page.path}
          languages={languages}
          furigana={page.furigana}
          actor={actor}
          shortName={around.organization.shortName}
        />
      }
      footer={
        <Once
          of={{
            name: organizationAsWritten(around.organization, page.locale),
            keys: page.density === 'compact',
          }}
          view={footer}
        />
      }
      flashes={
        page.flash
          ? [{ tone: page.flash.tone === 'done' ? 'good' : 'notice', text: rubyWords(page.flash.text) }]
          : []
      }
      languages={languages}
      live={actor.personId && !page.answersForm ? pagesPaths.live() : undefined}
      onPaper={
        <Once
          view={OnPaper}
          of={{
            organization,
            phone: around.organization.phone || 'none',
            today: dayInJapan(page.now).toString(),
          }}
        />
      }
      found={actor.personId === null ? foundAs(page) : undefined}
      density={page.density}
      furigana={page.furigana}
    >
      {page.body}
      {page.form && <NotShown form={page.form} />}
      {page.isDeadEnd && <EmergencyLine />}
    </Shell>
  );
}

/** The pages that whoever looks for help should find by a search. */
const FOUND: Readonly<Record<string, 'home_lead' | 'help_now_description' | 'privacy_lead'>> = {
  '/': 'home_lead',
  [pagesPaths.privacy()]: 'privacy_lead',
  [housePaths.helpNow()]: 'help_now_description',
};

function foundAs({ path, locale, origin, found }: Framed): ShellProps['found'] {
  const key = Object.hasOwn(FOUND, path) ? FOUND[path] : undefined;
  // The font that pictures are drawn with has no simplified characters.
  const usual = locale === 'zh-Hans' ? undefined : pagesPaths.picture();
  const { picture = usual, ...said } = found ?? { description: key && pageMessages.in(locale).plain(key) };
  const { description } = said;
  return description === undefined
    ? undefined
    : { ...said, description, origin, ...(picture && { picture: origin + hrefIn(locale, picture) }) };
}

/** What has just happened comes first: whoever hears the title hears nothing of the page yet. */
function titleOf({ locale, title: named, isRefused, flash }: Framed): string {
  const words = pageMessages.in(locale);
  const title = withoutDirections(named);
  if (isRefused) return words.plain('title_refused', { title });
  return flash ? words.plain(`title_${flash.tone}`, { title }) : title;
}

const footer = (entries: readonly NavigationEntry[]) =>
  function Footer({ name, keys }: { name: string; keys: boolean }): VNode {
    const locale = useLocale();
    const links = entriesIn('footer', entries, []).map(({ href, label }) => ({ href, label: label(locale) }));
    return <ShellFooter organization={name} links={links} keys={keys} />;
  };

function OnPaper(props: {
  organization: string;
  phone: string;
  /** As `2026-11-27`. */
  today: string;
}): VNode {
  const words = pageMessages.in(useLocale());
  const { organization, phone, today } = props;
  return (
    <>{words('on_paper', { organization, phone, day: useFormats().day(Temporal.PlainDate.from(today)) })}</>
  );
}
