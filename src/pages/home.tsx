import type { VNode } from 'preact';
import { CATEGORIES, type PublicFigures, publicFigures } from '../modules/spot/index.ts';
import { approvedCount } from '../modules/trust/index.ts';
import { askTogether } from '../platform/database/questions.ts';
import { lastCounted } from '../platform/figures.ts';
import type { Words } from '../platform/languages/messages.tsx';
import { useFormats, useWords } from '../platform/languages/reading.tsx';
import { organizationName } from '../platform/settings/organization.ts';
import { get, page, type Route } from '../platform/web/route.ts';
import { Actions, Button, Card, Figures, Hero, Link, PictureGrid } from '../ui/index.ts';
import { Contact, WhoWeAre } from './about.tsx';
import { pageMessages } from './pages.ts';
import { type PublicFacts, readPublicFacts, useOwnWords } from './public-facts.tsx';

/** The public home page: what this is, how to ask, how to help, live figures. */
export const homeRoute: Route = get({
  path: '/',
  access: 'everyone',
  audit: null,
  async handle(call) {
    const facts = await readPublicFacts(call.db);
    const { figures, volunteers } = await askTogether(call.db, {
      figures: lastCounted(publicFigures, call.now),
      volunteers: lastCounted(approvedCount, call.now),
    });
    const title = organizationName(facts.organization, call.locale);
    return page(title, <HomePage {...{ ...facts, figures, volunteers }} />);
  },
});

interface HomeProps extends PublicFacts {
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
        title={useOwnWords(props.texts, 'title') ?? t('home_title')}
        lead={useOwnWords(props.texts, 'lead') ?? t('home_lead')}
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
        <ol class="tiles" data-numbered>
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
      <WhoWeAre {...props} />
      <Actions>
        <Link href="/privacy">{t('privacy')}</Link>
      </Actions>
      <Contact organization={props.organization} />
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
  const median = props.figures.medianHoursToAnswer;
  const hours = median === null ? shown(null) : t('home_hours', { count: Math.max(1, Math.round(median)) });
  return (
    <section>
      <h2>{t('home_figures_title')}</h2>
      <Figures
        items={[
          { label: t('home_figure_helped'), value: shown(props.figures.answeredCount) },
          { label: t('home_figure_volunteers'), value: formats.count(props.volunteers) },
          { label: t('home_figure_hours'), value: hours },
        ]}
      />
    </section>
  );
}
