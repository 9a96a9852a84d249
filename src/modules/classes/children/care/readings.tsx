import type { VNode } from 'preact';
import { z } from 'zod';
import type { Database } from '../../../../platform/database/connect.ts';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import { ownId } from '../../../../platform/permissions.ts';
import { text } from '../../../../platform/web/form-fields.ts';
import { get, missing, page, post, type Route, redirect } from '../../../../platform/web/route.ts';
import { ActionForm, Card, EmptyState, Notice, PageHead } from '../../../../ui/index.ts';
import { dayInJapan } from '../../../people/index.ts';
import { atClass } from '../../day/relation.ts';
import { classesPaths } from '../../paths.ts';
import { findSession } from '../../store/sessions.ts';
import { classesMessages } from '../../words.ts';
import { childrenPaths } from '../paths.ts';
import { careOn, isReadable } from '../rules/care.ts';
import type { WholeChild } from '../rules/complete.ts';
import { listComingTo } from '../store/ahead.ts';
import { listReadNoteIds, markNotesRead } from '../store/care.ts';
import { listGuardianIds } from '../store/guardianships.ts';
import { findWholeChildren } from '../store/whole.ts';
import { childrenMessages } from '../words.ts';
import { NoteWords } from './page.tsx';

/** Of the numbers of all notes that a page shows. */
const MOST_LETTERS = 40_000;

/** What is to be read of the children who come to a class; null once it is over: what was read for a day is not kept open. */
async function findReadings(db: Database, sessionId: string, now: Temporal.Instant) {
  const session = await findSession(db, sessionId);
  if (!session || session.state === 'cancelled' || Temporal.Instant.compare(now, session.endsAt) > 0)
    return null;
  const day = dayInJapan(session.startsAt);
  const children = await findWholeChildren(db, await listComingTo(db, sessionId));
  return { session, day, children };
}

const readable = ({ notes }: WholeChild, day: Temporal.PlainDate) =>
  notes.filter((note) => isReadable(note, day));

const idsOf = ({
  children,
  day,
}: {
  readonly children: readonly WholeChild[];
  readonly day: Temporal.PlainDate;
}) => children.flatMap((whole) => readable(whole, day).map(({ id }) => id));

/** Before a class: what whoever is with the children must know of them, and that they have read it. */
export const readingRoutes: readonly Route[] = [
  get({
    path: childrenPaths.readings,
    access: [atClass],
    audit: 'classes.health.read',
    async handle({ db, params, actor, now, locale, audit }) {
      const found = await findReadings(db, params.id, now);
      if (!found) return missing();
      const personId = ownId({ actor });
      const read = await listReadNoteIds(db, { sessionId: params.id, personId });
      const subjectIds = await listGuardianIds(
        db,
        found.children.map(({ child }) => child.id),
      );
      await audit({ subjectIds, object: { kind: 'classes.session', id: params.id } });
      const body = <ReadingsPage {...found} read={read} />;
      return page(childrenMessages.in(locale).plain('readings_title'), body);
    },
  }),
  post({
    path: childrenPaths.readings,
    access: [atClass],
    audit: 'classes.health.acknowledged',
    form: z.object({ notes: text(MOST_LETTERS) }),
    async handle({ db, params, fields, actor, now, locale, audit }) {
      const found = await findReadings(db, params.id, now);
      if (!found) return missing();
      // What a family has said since the page was drawn has been read by nobody.
      const drawn = new Set(fields.notes.split(' '));
      const ids = idsOf(found).filter((id) => drawn.has(id));
      await markNotesRead(db, ids, { sessionId: params.id, personId: ownId({ actor }), now });
      const subjectIds = await listGuardianIds(
        db,
        found.children.map(({ child }) => child.id),
      );
      await audit({ subjectIds, object: { kind: 'classes.session', id: params.id } });
      const text = childrenMessages.in(locale).noted('readings_are_marked');
      return redirect(childrenPaths.readings(params), { tone: 'done', text });
    },
  }),
];

function ReadingsPage({
  session,
  day,
  children,
  read,
}: NonNullable<Awaited<ReturnType<typeof findReadings>>> & { readonly read: ReadonlySet<string> }): VNode {
  const t = useWords(childrenMessages);
  const { span, list } = useFormats();
  const withNotes = children.filter((whole) => readable(whole, day).length > 0);
  const toAsk = children.filter(({ child, notes }) =>
    ['unsaid', 'lapsed'].includes(careOn(child, notes, day).kind),
  );
  const isAllRead = withNotes.every((whole) => readable(whole, day).every(({ id }) => read.has(id)));
  return (
    <>
      <PageHead
        title={t('readings_title')}
        lead={t('readings_lead')}
        back={{ href: classesPaths.teaching(), label: useWords(classesMessages)('teaching_title') }}
      />
      <p>
        <b>{span(session.startsAt, session.endsAt)}</b>
      </p>
      {toAsk.length > 0 && (
        <Notice tone="notice">
          {t('readings_ask', { names: list(toAsk.map(({ child }) => child.name)) })}
        </Notice>
      )}
      {withNotes.length === 0 && <EmptyState title={t('readings_none')} />}
      {withNotes.length > 0 && <p>{t('readings_own_words')}</p>}
      {withNotes.map((whole) => (
        <Card title={whole.child.name} level={2}>
          {readable(whole, day).map((note) => (
            <>
              <h3>{t(`care_${note.kind}`)}</h3>
              <NoteWords note={note} />
            </>
          ))}
        </Card>
      ))}
      {withNotes.length > 0 && isAllRead && <Notice tone="good">{t('readings_done')}</Notice>}
      {!isAllRead && (
        <ActionForm
          action={childrenPaths.readings({ id: session.id })}
          hidden={{ notes: idsOf({ children, day }).join(' ') }}
          kind="main"
        >
          {t('readings_press')}
        </ActionForm>
      )}
    </>
  );
}
