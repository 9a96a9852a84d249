import { z } from 'zod';
import { defineForm, pick } from '../../../kits/forms/index.ts';
import { listRoutes } from '../../../kits/lists/index.ts';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import { post, type Route, redirect, refusedBy } from '../../../platform/web/route.ts';
import { ActionForm, Actions, OwnWords, PersonName } from '../../../ui/index.ts';
import { callName, findPersons } from '../../people/index.ts';
import { anyOf } from '../filters.ts';
import { givingPaths } from '../paths.ts';
import { givingStaffMessages } from '../words.ts';
import { listByHand, markThanked } from './store.ts';
import type { ThanksMeans } from './types.ts';

const MEANS = ['post', 'telephone'] as const satisfies readonly ThanksMeans[];

/** Whoever has no mail address is thanked by the treasurer: who waits, and who was thanked how and by whom. */
export const thanksRoutes: readonly Route[] = [
  ...listRoutes({
    path: givingPaths.thanks,
    access: ['treasurer'],
    audit: 'giving.thanks.viewed',
    filters: defineForm(givingStaffMessages, [
      pick('thanks', anyOf(['done']), {
        orAll: true,
        options: (locale) => [{ value: 'done', label: givingStaffMessages.in(locale).plain('thanks_done') }],
      }),
    ]),
    tabs: { by: 'thanks', first: 'thanks_waiting' },
    async find({ db, locale }, { thanks }, window) {
      const found = await listByHand(db, { isDone: thanks === 'done' }, window);
      const persons = await findPersons(
        db,
        found.rows.flatMap(({ done }) => done?.by ?? []),
      );
      const nameOf = (id: string | null) => {
        const person = id === null ? undefined : persons.get(id);
        return person ? callName(person, locale) : null;
      };
      const rows = found.rows.map((row) => ({ ...row, doneBy: nameOf(row.done?.by ?? null) }));
      return { rows, next: found.next };
    },
    about: (rows) => ({ subjectIds: rows.flatMap(({ donor }) => donor.personId ?? []) }),
    columns: [
      {
        key: 'donor',
        head: 'thanks_whom',
        rowHead: true,
        cell: ({ donor }) => (
          <>
            <PersonName>{donor.name}</PersonName>
            {donor.address && <OwnWords as="p">{donor.address}</OwnWords>}
          </>
        ),
      },
      {
        key: 'amount',
        head: 'thanks_amount',
        numeric: true,
        needsHead: true,
        cell: ({ amount }, locale) => formatsIn(locale).yen(amount),
      },
      {
        key: 'day',
        head: 'thanks_given_on',
        needsHead: true,
        cell: ({ givenOn }, locale) => formatsIn(locale).day(givenOn),
      },
      {
        key: 'act',
        head: 'thanks_how',
        atEnd: true,
        cell: ({ giftId, done, doneBy }, locale) => {
          const t = givingStaffMessages.in(locale);
          if (done)
            return t(`thanks_was_${done.means}`, {
              day: formatsIn(locale).day(done.at),
              name: doneBy ?? t.plain('thanks_by_somebody'),
            });
          return (
            <Actions>
              {MEANS.map((means) => (
                <ActionForm action={givingPaths.thanksFor({ id: giftId })} hidden={{ means }}>
                  {t(`thanks_mark_${means}`)}
                </ActionForm>
              ))}
            </Actions>
          );
        },
      },
    ],
    keyOf: ({ giftId }) => `thanks-${giftId}`,
    rowsAPage: 50,
    words: givingStaffMessages,
    title: 'thanks_title',
    lead: 'thanks_lead',
    empty: 'thanks_empty',
    emptyText: 'thanks_empty_text',
    back: { href: givingPaths.books(), label: 'books_title' },
  }),
  post({
    path: givingPaths.thanksFor,
    access: ['treasurer'],
    audit: 'giving.thanks.said',
    form: z.object({ means: z.enum(MEANS) }),
    async handle({ db, params, fields, actor, now, locale, audit }) {
      const done = { giftId: params.id, means: fields.means, by: actor.personId ?? '', now };
      if (!(await markThanked(db, done))) return refusedBy({ code: 'is_thanked_for' });
      await audit({ object: { kind: 'giving.gift', id: params.id }, detail: { means: fields.means } });
      const text = givingStaffMessages.in(locale).noted('thanks_marked');
      return redirect(givingPaths.thanks(), { tone: 'done', text });
    },
  }),
];
