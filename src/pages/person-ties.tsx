import type { ComponentChildren, VNode } from 'preact';
import { z } from 'zod';
import { listThreadsOf, type ThreadLine } from '../modules/conversations/index.ts';
import { callName, findPerson } from '../modules/people/index.ts';
import {
  listCurrentRequests,
  listEndedRequests,
  listPastVisits,
  listVisitsAhead,
  type RequestSummary,
  spotMessages,
  type VolunteerVisit,
} from '../modules/spot/index.ts';
import { type Concern, listConcernsWith } from '../modules/trust/index.ts';
import type { Database } from '../platform/database/connect.ts';
import { After, type Page } from '../platform/database/paging.ts';
import { useFormats, useWords } from '../platform/languages/reading.tsx';
import { get, missing, page, type Route } from '../platform/web/route.ts';
import { Heading, Link, PageHead, Pager, pagesBehind } from '../ui/index.ts';
import { staffPageMessages } from './pages.ts';

const PARTS = ['requests', 'visits', 'conversations', 'concerns'] as const;
type Part = (typeof PARTS)[number];
const LINES_A_PART = 20;

/** Which part goes on behind which row; without a part, the beginning of all. */
const Onward = After.extend({ part: z.enum(PARTS).nullable().default(null).catch(null) });

interface Ties {
  readonly personId: string;
  readonly name: string;
  readonly part: Part | null;
  readonly after: string | null;
  readonly requests: Page<RequestSummary>;
  readonly visits: Page<VolunteerVisit>;
  readonly threads: Page<ThreadLine>;
  readonly concerns: Page<Concern>;
}

/** All that a coordinator may see of what happens with a person, with the way to each; of oneself there is none here. */
export const personTiesRoute: Route = get({
  path: '/people/:id/ties',
  access: ['coordinator'],
  audit: 'people.ties.viewed',
  query: Onward,
  async handle({ db, params: { id }, actor, locale, audit, fields: { part, after } }) {
    const person = id === actor.personId ? null : await findPerson(db, id);
    if (!person) return missing();
    await audit({ subjectIds: [id], object: { kind: 'people.person', id } });
    const words = staffPageMessages.in(locale);
    const name = callName(person, locale) || words.plain('somebody');
    const about = { personId: id, readerId: actor.personId ?? '' };
    const ties = await readTies(db, about, { part, after: part && after });
    return page(words.plain('ties_title', { name }), <TiesPage {...ties} personId={id} name={name} />);
  },
});

const NOTHING = { rows: [], next: null };

async function readTies(
  db: Database,
  about: { readonly personId: string; readonly readerId: string },
  onward: Pick<Ties, 'part' | 'after'>,
): Promise<Omit<Ties, 'personId' | 'name'>> {
  const { personId } = about;
  const { part, after } = onward;
  const window = { after, limit: LINES_A_PART };
  const read = async <Row,>(one: Part, list: () => Promise<Page<Row>>): Promise<Page<Row>> =>
    part === null || part === one ? list() : NOTHING;
  return {
    ...onward,
    requests: await read('requests', async () => {
      const current = after ? [] : await listCurrentRequests(db, personId);
      return behind(current, await listEndedRequests(db, personId, window));
    }),
    visits: await read('visits', async () => {
      const ahead = after ? [] : await listVisitsAhead(db, personId);
      return behind(ahead.toReversed(), await listPastVisits(db, personId, window));
    }),
    threads: await read('conversations', () => listThreadsOf(db, personId, window, 'ever')),
    concerns: await read('concerns', () => listConcernsWith(db, about, window)),
  };
}

function behind<Row>(first: readonly Row[], { rows, next }: Page<Row>): Page<Row> {
  return { rows: [...first, ...rows], next };
}

function TiesPage(props: Ties): VNode {
  const t = useWords(staffPageMessages);
  const { personId } = props;
  return (
    <>
      <PageHead
        title={<span dir="auto">{t('ties_title', { name: props.name })}</span>}
        back={{ href: `/people/${personId}`, label: t('ties_back') }}
      />
      <p>
        <Link href={`/trust/people/${personId}`}>{t('ties_trust')}</Link>
      </p>
      <Requests {...props} />
      <Visits {...props} />
      <Conversations {...props} />
      <Concerns {...props} />
    </>
  );
}

function Requests(ties: Ties): VNode {
  const t = useWords(staffPageMessages);
  const spot = useWords(spotMessages);
  const formats = useFormats();
  const lines = ties.requests.rows.map(({ id, category, submittedAt, state }) => (
    <>
      <RequestLink id={id} category={category} at={submittedAt} />{' '}
      <span class="quiet">
        {t('ties_submitted', { day: formats.day(submittedAt) })} · {spot(`state_${state}`)}
      </span>
    </>
  ));
  return <Lines ties={ties} part="requests" next={ties.requests.next} lines={lines} />;
}

function Visits(ties: Ties): VNode {
  const formats = useFormats();
  const lines = ties.visits.rows.map(({ requestId, category, startsAt, endsAt }) => (
    <>
      <RequestLink id={requestId} category={category} at={startsAt} />{' '}
      <span class="quiet">{formats.span(startsAt, endsAt)}</span>
    </>
  ));
  return <Lines ties={ties} part="visits" next={ties.visits.next} lines={lines} />;
}

function RequestLink(props: Pick<RequestSummary, 'id' | 'category'> & { at: Temporal.Instant }): VNode {
  const spot = useWords(spotMessages);
  return (
    <Link href={`/desk/requests/${props.id}`} apart={useFormats().dayTime(props.at)}>
      {spot(`category_${props.category}`)}
    </Link>
  );
}

function Conversations(ties: Ties): VNode {
  const t = useWords(staffPageMessages);
  const formats = useFormats();
  const lines = ties.threads.rows.map(({ id, lastSentAt, openedAt, closedAt }) => (
    <>
      <Link href={`/conversations/${id}`}>{formats.dayTime(lastSentAt ?? openedAt)}</Link>{' '}
      <span class="quiet">{t(closedAt ? 'ties_closed' : 'ties_open')}</span>
    </>
  ));
  return <Lines ties={ties} part="conversations" next={ties.threads.next} lines={lines} />;
}

function Concerns(ties: Ties): VNode {
  const t = useWords(staffPageMessages);
  const formats = useFormats();
  const lines = ties.concerns.rows.map(({ id, raisedAt, aboutPersonId, state }) => (
    <>
      <Link href={`/trust/concerns/${id}`}>{formats.dayTime(raisedAt)}</Link>{' '}
      <span class="quiet">
        {t(aboutPersonId === ties.personId ? 'ties_about' : 'ties_raised')} ·{' '}
        {t(state === 'closed' ? 'ties_closed' : 'ties_open')}
      </span>
    </>
  ));
  return <Lines ties={ties} part="concerns" next={ties.concerns.next} lines={lines} />;
}

function Lines(props: {
  ties: Ties;
  part: Part;
  next: string | null;
  lines: readonly ComponentChildren[];
}): VNode | null {
  const t = useWords(staffPageMessages);
  const { ties, part, lines } = props;
  if (ties.part !== null && ties.part !== part) return null;
  return (
    <section class="stack" data-gap="small">
      <Heading level={2}>{t(`ties_${part}`)}</Heading>
      {lines.length === 0 ? (
        <p>{t('ties_nothing')}</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
      <Pager
        {...pagesBehind({
          path: `/people/${ties.personId}/ties?part=${part}`,
          after: ties.after,
          next: props.next,
        })}
      />
    </section>
  );
}
