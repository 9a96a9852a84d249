import type { ComponentChildren, VNode } from 'preact';
import { listThreadsOf, type ThreadLine } from '../modules/conversations/index.ts';
import { callName, findPerson } from '../modules/people/index.ts';
import {
  listRequestsOfRequester,
  listVisitsOfVolunteer,
  type RequestSummary,
  spotMessages,
  type VolunteerVisit,
} from '../modules/spot/index.ts';
import { type Concern, listConcernsWith } from '../modules/trust/index.ts';
import { useFormats, useWords } from '../platform/languages/reading.tsx';
import { get, missing, page, type Route } from '../platform/web/route.ts';
import { Heading, Link, PageHead } from '../ui/index.ts';
import { staffPageMessages } from './pages.ts';

interface Ties {
  readonly personId: string;
  readonly name: string;
  readonly requests: readonly RequestSummary[];
  readonly visits: readonly VolunteerVisit[];
  readonly threads: readonly ThreadLine[];
  readonly concerns: readonly Concern[];
}

/** All that a coordinator may see of what happens with a person, with the way to each; of oneself there is none here. */
export const personTiesRoute: Route = get({
  path: '/people/:id/ties',
  access: ['coordinator'],
  audit: 'people.ties.viewed',
  async handle({ db, params: { id }, actor, locale, audit }) {
    const person = id === actor.personId ? null : await findPerson(db, id);
    if (!person) return missing();
    await audit({ subjectIds: [id], object: { kind: 'people.person', id } });
    const words = staffPageMessages.in(locale);
    const name = callName(person, locale) || words.plain('somebody');
    const ties: Ties = {
      personId: id,
      name,
      requests: await listRequestsOfRequester(db, id),
      visits: await listVisitsOfVolunteer(db, id),
      threads: await listThreadsOf(db, id, 'ever'),
      concerns: await listConcernsWith(db, id, actor.personId ?? ''),
    };
    return page(words.plain('ties_title', { name }), <TiesPage {...ties} />);
  },
});

function TiesPage(props: Ties): VNode {
  const t = useWords(staffPageMessages);
  const spot = useWords(spotMessages);
  const formats = useFormats();
  const { personId, requests, visits, threads, concerns } = props;
  const request = (id: string, category: RequestSummary['category'], at: Temporal.Instant) => (
    <Link href={`/desk/requests/${id}`} apart={formats.dayTime(at)}>
      {spot(`category_${category}`)}
    </Link>
  );
  return (
    <>
      <PageHead
        title={<span dir="auto">{t('ties_title', { name: props.name })}</span>}
        back={{ href: `/people/${personId}`, label: t('ties_back') }}
      />
      <p>
        <Link href={`/trust/people/${personId}`}>{t('ties_trust')}</Link>
      </p>
      <Part
        title={t('ties_requests')}
        lines={requests.map((one) => (
          <>
            {request(one.id, one.category, one.submittedAt)}{' '}
            <span class="quiet">
              {t('ties_submitted', { day: formats.day(one.submittedAt) })} · {spot(`state_${one.state}`)}
            </span>
          </>
        ))}
      />
      <Part
        title={t('ties_visits')}
        lines={visits.map((one) => (
          <>
            {request(one.requestId, one.category, one.startsAt)}{' '}
            <span class="quiet">{formats.span(one.startsAt, one.endsAt)}</span>
          </>
        ))}
      />
      <Part
        title={t('ties_conversations')}
        lines={threads.map((one) => (
          <>
            <Link href={`/conversations/${one.id}`}>{formats.dayTime(one.lastSentAt ?? one.openedAt)}</Link>{' '}
            <span class="quiet">{t(one.closedAt ? 'ties_closed' : 'ties_open')}</span>
          </>
        ))}
      />
      <Part
        title={t('ties_concerns')}
        lines={concerns.map((one) => (
          <>
            <Link href={`/trust/concerns/${one.id}`}>{formats.dayTime(one.raisedAt)}</Link>{' '}
            <span class="quiet">
              {t(one.aboutPersonId === personId ? 'ties_about' : 'ties_raised')} ·{' '}
              {t(one.state === 'closed' ? 'ties_closed' : 'ties_open')}
            </span>
          </>
        ))}
      />
    </>
  );
}

function Part(props: { title: ComponentChildren; lines: readonly ComponentChildren[] }): VNode {
  const t = useWords(staffPageMessages);
  return (
    <section class="stack" data-gap="small">
      <Heading level={2}>{props.title}</Heading>
      {props.lines.length === 0 ? (
        <p>{t('ties_nothing')}</p>
      ) : (
        <ul>
          {props.lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
