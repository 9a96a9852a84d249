import type { VNode } from 'preact';
import { CATEGORIES, type PublicFigures, readPublicFigures } from '../modules/spot/index.ts';
import { approvedVolunteerIds } from '../modules/trust/index.ts';
import type { Words } from '../platform/languages/messages.tsx';
import { useFormats, useLocale, useWords } from '../platform/languages/reading.tsx';
import {
  type Organization,
  organizationName,
  organizationSetting,
} from '../platform/settings/organization.ts';
import { readSetting } from '../platform/settings/settings.ts';
import { get, page, type Route } from '../platform/web/route.ts';
import { Actions, Button, Card, Figures, Hero, Link, PictureGrid } from '../ui/index.ts';
import { pageMessages } from './pages.ts';

/** The public home page: what this is, how to ask, how to help, live figures. */
export const homeRoute: Route = get({
  path: '/',
  access: 'everyone',
  audit: null,
  async handle(visit) {
    const organization = await readSetting(visit.db, organizationSetting);
    const figures = await readPublicFigures(visit.db, visit.now);
    const volunteers = (await approvedVolunteerIds(visit.db, visit.now)).size;
    const title = organizationName(organization, visit.locale);
    return page(title, <HomePage organization={organization} figures={figures} volunteers={volunteers} />);
  },
});

interface HomeProps {
  readonly organization: Organization;
  readonly figures: PublicFigures;
  readonly volunteers: number;
}

function HomePage(props: HomeProps): VNode {
  const t = useWords(pageMessages);
  const topics = CATEGORIES.map((category) => ({
    picture: category,
    title: t(`topic_${category}`),
    text: t(`topic_${category}_text`),
  }));
  return (
    <>
      <Hero
        title={t('home_title')}
        lead={t('home_lead')}
        actions={
          <>
            <Button href="/spot/requests/new" kind="main">
              {t('home_ask')}
            </Button>
            <Button href="/volunteering">{t('home_volunteer')}</Button>
          </>
        }
      />
      <section>
        <h2>{t('home_how_title')}</h2>
        <ol class="tiles">
          <HowStep title={t('home_how_1')} text={t('home_how_1_text')} />
          <HowStep title={t('home_how_2')} text={t('home_how_2_text')} />
          <HowStep title={t('home_how_3')} text={t('home_how_3_text')} />
        </ol>
      </section>
      <section>
        <h2>{t('home_topics_title')}</h2>
        <PictureGrid items={topics} />
      </section>
      <Card title={t('home_volunteer_title')} level={2}>
        <p>{t('home_volunteer_text')}</p>
        <Actions>
          <Button href="/volunteering">{t('home_volunteer')}</Button>
        </Actions>
      </Card>
      <TodaysFigures {...props} />
      <About organization={props.organization} />
    </>
  );
}

function HowStep(props: { title: Words; text: Words }): VNode {
  return (
    <li>
      <Card title={props.title}>
        <p>{props.text}</p>
      </Card>
    </li>
  );
}

function TodaysFigures(props: HomeProps): VNode {
  const t = useWords(pageMessages);
  const formats = useFormats();
  const shown = (figure: number | null) =>
    figure === null ? <small>{t('home_figure_few')}</small> : formats.count(Math.round(figure));
  return (
    <section>
      <h2>{t('home_figures_title')}</h2>
      <Figures
        items={[
          { label: t('home_figure_helped'), value: shown(props.figures.answeredCount) },
          { label: t('home_figure_volunteers'), value: formats.count(props.volunteers) },
          { label: t('home_figure_hours'), value: shown(props.figures.medianHoursToAnswer) },
        ]}
      />
    </section>
  );
}

/** Who we are, when we help, what happens with data; on the home page and by itself. */
function About(props: { organization: Organization }): VNode {
  const t = useWords(pageMessages);
  const { address, phone, email, website } = props.organization;
  const organization = organizationName(props.organization, useLocale());
  return (
    <>
      <section>
        <h2>{t('home_about_title')}</h2>
        <p>{t('home_about_text', { organization })}</p>
        <p>{t('about_hours')}</p>
        <p>
          <Link href={website}>{website}</Link>
        </p>
      </section>
      <section>
        <h2>{t('about_privacy_title')}</h2>
        <p>{t('about_privacy_text')}</p>
        <h2>{t('about_contact')}</h2>
        <p>{t('about_contact_text', { address, phone, email })}</p>
      </section>
    </>
  );
}

/** The same facts by themselves, linked from the foot of every page. */
export const aboutRoute: Route = get({
  path: '/about',
  access: 'everyone',
  audit: null,
  async handle(visit) {
    const organization = await readSetting(visit.db, organizationSetting);
    return page(
      pageMessages.in(visit.locale).plain('about_title'),
      <AboutPage organization={organization} />,
    );
  },
});

function AboutPage(props: { organization: Organization }): VNode {
  const t = useWords(pageMessages);
  return (
    <>
      <h1>{t('about_title')}</h1>
      <About {...props} />
    </>
  );
}
