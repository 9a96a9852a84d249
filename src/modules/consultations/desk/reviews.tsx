import type { VNode } from 'preact';
import { z } from 'zod';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { ownId } from '../../../platform/permissions.ts';
import { choice } from '../../../platform/web/form-fields.ts';
import {
  type Call,
  get,
  missing,
  page,
  post,
  type Route,
  redirect,
  refusedBy,
} from '../../../platform/web/route.ts';
import {
  ActionForm,
  Actions,
  Card,
  EmptyState,
  Notice,
  OwnWords,
  PageHead,
  PersonName,
} from '../../../ui/index.ts';
import { callName, findPersons } from '../../people/index.ts';
import { consultationPaths } from '../paths.ts';
import { openMatterKey } from '../sealed/matter-key.ts';
import { findMatterOf, findOpening, listUnreviewed, type Opening } from '../store/openings.ts';
import { numberOfMatter } from '../types.ts';
import { consultationStaffMessages } from '../words.ts';
import { reviewOpening } from './commands.ts';

const MOST = 50;
const STAFF = ['coordinator', 'administrator'] as const;
const OBJECT = 'consultations.opening';

interface Waiting {
  readonly opening: Opening;
  readonly number: number;
  readonly name: string;
  readonly isOwn: boolean;
}

/** Openings by a reason that nobody else has looked at yet: their reasons are read, and nothing of the matters. */
export const reviewRoutes: readonly Route[] = [
  get({
    path: consultationPaths.deskOpenings,
    access: STAFF,
    audit: 'consultations.openings.viewed',
    async handle(call) {
      const waiting = await listWaiting(call);
      await call.audit({ subjectIds: [] });
      const title = consultationStaffMessages.in(call.locale).plain('openings_title');
      return page(title, <ReviewsPage waiting={waiting} />);
    },
  }),
  post({
    path: consultationPaths.deskOpeningReview,
    access: STAFF,
    audit: 'consultations.opening.reviewed',
    form: z.object({ verdict: choice(['in_order', 'not_in_order']) }),
    async handle(call) {
      const { db, params, now, fields, locale } = call;
      const matterId = await findMatterOf(db, params.id);
      if (!matterId) return missing();
      const review = { openingId: params.id, matterId, by: ownId(call), verdict: fields.verdict, now };
      const reviewed = await reviewOpening(db, review);
      if (!reviewed.ok) return refusedBy(reviewed.refusal);
      await call.audit({
        subjectIds: [reviewed.value.residentId],
        object: { kind: OBJECT, id: params.id },
        detail: { verdict: fields.verdict },
      });
      const text = consultationStaffMessages.in(locale).noted('was_reviewed');
      return redirect(consultationPaths.deskOpenings(), { tone: 'done', text });
    },
  }),
];

async function listWaiting(call: Pick<Call, 'db' | 'actor' | 'locale'>): Promise<Waiting[]> {
  const rows = await listUnreviewed(call.db, { notAbout: ownId(call), most: MOST });
  const persons = await findPersons(
    call.db,
    rows.map(({ personId }) => personId),
  );
  const waiting: Waiting[] = [];
  for (const { id, matterId, number, personId } of rows) {
    const key = await openMatterKey(call.db, matterId);
    const opening = key && (await findOpening(call.db, key, id));
    const person = persons.get(personId);
    if (!opening) continue;
    const name = person ? callName(person, call.locale) : '';
    waiting.push({ opening, number, name, isOwn: personId === call.actor.personId });
  }
  return waiting;
}

function ReviewsPage({ waiting }: { readonly waiting: readonly Waiting[] }): VNode {
  const t = useWords(consultationStaffMessages);
  const { dayTime } = useFormats();
  return (
    <>
      <PageHead
        title={t('openings_title')}
        lead={t('openings_lead')}
        back={{ href: consultationPaths.deskConsultations(), label: t('desk_consultations') }}
      />
      {waiting.length === 0 && <EmptyState title={t('openings_none')}>{t('openings_none_text')}</EmptyState>}
      {waiting.map(({ opening, number, name, isOwn }) => (
        <Card
          level={2}
          title={t('opening_of', { number: numberOfMatter({ number }), when: dayTime(opening.at) })}
        >
          <p>
            <PersonName>{name}</PersonName>
          </p>
          <OwnWords as="p">{opening.reason ?? ''}</OwnWords>
          {isOwn ? (
            <Notice>{t('opening_is_your_own')}</Notice>
          ) : (
            <Actions>
              <Verdict opening={opening} verdict="in_order" />
              <Verdict opening={opening} verdict="not_in_order" />
            </Actions>
          )}
        </Card>
      ))}
    </>
  );
}

function Verdict(props: { readonly opening: Opening; readonly verdict: 'in_order' | 'not_in_order' }): VNode {
  const t = useWords(consultationStaffMessages);
  return (
    <ActionForm
      action={consultationPaths.deskOpeningReview({ id: props.opening.id })}
      hidden={{ verdict: props.verdict }}
      kind={props.verdict === 'in_order' ? 'main' : 'danger'}
    >
      {t(`verdict_${props.verdict}`)}
    </ActionForm>
  );
}
