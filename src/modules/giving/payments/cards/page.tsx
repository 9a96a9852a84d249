import type { VNode } from 'preact';
import { useFormats, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import { get, page, post, type Route, redirect, refusedBy } from '../../../../platform/web/route.ts';
import { ActionForm, Actions, DataTable, Notice, PageHead, PersonName } from '../../../../ui/index.ts';
import { callName, findPersons, type Person } from '../../../people/index.ts';
import { givingPaths } from '../../paths.ts';
import { givingStaffMessages } from '../../words.ts';
import { countSince } from '../store/card-failures.ts';
import { type CardRest, endRest, listRests } from '../store/card-rests.ts';
import { countedSince } from './failed.ts';

/** Whether cards are taken, when they rested, and the button that opens again. */
export const cardsRoutes: readonly Route[] = [
  get({
    path: givingPaths.cards,
    access: ['treasurer'],
    audit: 'giving.cards.viewed',
    async handle({ db, now, locale, audit }) {
      const rests = await listRests(db);
      const persons = await findPersons(
        db,
        rests.flatMap(({ openedBy }) => openedBy ?? []),
      );
      const failed = await countSince(db, await countedSince(db, now));
      await audit({});
      const title = givingStaffMessages.in(locale).plain('cards_title');
      return page(title, <CardsPage {...{ rests, persons, failed }} />);
    },
  }),
  post({
    path: givingPaths.cardsOpening,
    access: ['treasurer'],
    audit: 'giving.cards.opened',
    async handle({ db, params, actor, now, locale, audit }) {
      const by = { personId: actor.personId, now };
      if (!(await endRest(db, params.id, by)))
        return refusedBy({ code: 'cards_are_open_already', params: {} });
      await audit({ object: { kind: 'giving.card_rest', id: params.id } });
      const text = givingStaffMessages.in(locale).noted('cards_were_opened');
      return redirect(givingPaths.cards(), { tone: 'done', text });
    },
  }),
];

interface CardsProps {
  readonly rests: readonly CardRest[];
  readonly persons: ReadonlyMap<string, Person>;
  /** How many have failed within the hour, since somebody opened again. */
  readonly failed: number;
}

function CardsPage({ rests, persons, failed }: CardsProps): VNode {
  const t = useWords(givingStaffMessages);
  const { dayTime, count: number } = useFormats();
  const going = rests.find(({ openedAt }) => openedAt === null);
  const over = rests.filter((rest) => rest !== going);
  return (
    <>
      <PageHead title={t('cards_title')} back={{ href: givingPaths.books(), label: t('books_title') }} />
      {going ? (
        <>
          <Notice tone="notice">
            {t('cards_rest', { when: dayTime(going.beganAt), count: number(going.failed) })}
          </Notice>
          <p>{t('cards_rest_what')}</p>
        </>
      ) : (
        <p>{t('cards_are_taken')}</p>
      )}
      <p>{t('cards_in_hour', { count: number(failed) })}</p>
      {going && (
        <Actions>
          <ActionForm action={givingPaths.cardsOpening({ id: going.id })} kind="main">
            {t('cards_open')}
          </ActionForm>
        </Actions>
      )}
      {over.length > 0 && <Before rests={over} persons={persons} />}
    </>
  );
}

function Before({ rests, persons }: Pick<CardsProps, 'rests' | 'persons'>): VNode {
  const t = useWords(givingStaffMessages);
  const locale = useLocale();
  const { dayTime, count } = useFormats();
  return (
    <DataTable
      caption={t('cards_before')}
      rows={rests}
      columns={[
        { key: 'began', head: t('cards_began'), cell: ({ beganAt }) => dayTime(beganAt) },
        { key: 'failed', head: t('cards_failed'), cell: ({ failed }) => count(failed) },
        {
          key: 'opened',
          head: t('cards_opened'),
          cell: ({ openedAt, openedBy }) => {
            const person = persons.get(openedBy ?? '');
            return (
              <>
                {openedAt && dayTime(openedAt)}{' '}
                {person && <PersonName>{callName(person, locale)}</PersonName>}
              </>
            );
          },
        },
      ]}
    />
  );
}
