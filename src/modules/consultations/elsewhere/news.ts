import { DESK, defineNews, type NewsGroup, type NewsQuestion, SAFETY } from '../../../platform/news.ts';
import { listCoordinators } from '../../people/index.ts';
import { consultationEvents } from '../events.ts';
import { consultationPaths } from '../paths.ts';
import { findMatter } from '../store/matters.ts';
import { findMatterOf, hasReview } from '../store/openings.ts';
import { consultationMessages } from '../words.ts';

/** Its name stands in mails: it says nothing of what somebody has asked. */
const NOTICES: NewsGroup = { name: 'notices', order: 70, label: consultationMessages.label('group_notices') };

const ofMatter = ({ matterId }: { readonly matterId?: string | undefined }) => matterId;
const isAsker = async ({ db, personId, objectId }: NewsQuestion) =>
  (await findMatter(db, objectId))?.residentId === personId;

const toAsker = {
  group: NOTICES,
  urgency: 'waits',
  isDiscreet: true,
  object: ofMatter,
  path: (id: string) => consultationPaths.consultation({ id }),
  whom: ({ ids }: { readonly ids: { readonly residentId?: string | undefined } }) => [ids.residentId],
  mayKnow: isAsker,
} as const;

/** Nobody of the desk hears of what they have asked themselves. */
const isOfDesk = async ({ db, roles, personId, objectId }: NewsQuestion) =>
  roles.has('coordinator') && (await findMatter(db, objectId))?.residentId !== personId;
const isResponsible = async ({ db, roles, personId, objectId }: NewsQuestion) =>
  roles.has('coordinator') && (await findMatter(db, objectId))?.responsibleId === personId;
const isUnanswered = async ({ db, objectId }: NewsQuestion) =>
  (await findMatter(db, objectId))?.answeredAt === null;

const toDesk = {
  group: DESK,
  urgency: 'waits',
  object: ofMatter,
  path: (id: string) => consultationPaths.deskConsultation({ id }),
  mayKnow: isOfDesk,
} as const;

const toResponsible = async ({
  db,
  ids,
}: Pick<NewsQuestion, 'db'> & { readonly ids: { readonly matterId?: string | undefined } }) => {
  const matter = await findMatter(db, ids.matterId ?? '');
  return matter?.responsibleId ? [matter.responsibleId] : [];
};

/** What is told of a matter: to whoever has asked that there is something new, to the desk that somebody waits. Never what about. */
export const consultationNews = defineNews(
  { words: consultationMessages, events: consultationEvents },
  {
    matter_in_danger: {
      ...toDesk,
      group: SAFETY,
      urgency: 'now',
      isGrave: true,
      event: ['consultations.matter.asked', 'consultations.words.added'],
      async whom({ db, ids, now }) {
        const matter = await findMatter(db, ids.matterId ?? '');
        return matter?.inDanger ? listCoordinators(db, now) : [];
      },
    },
    matter_asked: {
      ...toDesk,
      event: 'consultations.matter.asked',
      whom: ({ db, now }) => listCoordinators(db, now),
      isStillSo: isUnanswered,
    },
    promise_broken: {
      ...toDesk,
      urgency: 'now',
      event: 'consultations.promise.broken',
      whom: ({ db, now }) => listCoordinators(db, now),
      isStillSo: isUnanswered,
    },
    matter_has_words: {
      ...toDesk,
      mayKnow: isResponsible,
      event: [
        'consultations.words.added',
        'consultations.matter.withdrawn',
        'consultations.matter.reopened',
        'consultations.matter.appointed',
        'consultations.matter.called_off',
        'consultations.deadline.nears',
      ],
      async whom({ db, ids }) {
        const matter = await findMatter(db, ids.matterId ?? '');
        return matter?.responsibleId ? [matter.responsibleId] : [];
      },
    },
    opening_waits: {
      ...toDesk,
      object: ({ openingId }) => openingId,
      path: () => consultationPaths.deskOpenings(),
      event: 'consultations.matter.opened',
      whom: ({ db, now }) => listCoordinators(db, now),
      async mayKnow({ db, roles, personId, objectId }) {
        const matterId = await findMatterOf(db, objectId);
        const matter = matterId && (await findMatter(db, matterId));
        return roles.has('coordinator') && matter !== null && matter !== '' && matter.residentId !== personId;
      },
      isStillSo: async ({ db, objectId }) => !(await hasReview(db, objectId)),
    },
    matter_question: {
      ...toAsker,
      event: 'consultations.question.asked',
      path: (id: string) => consultationPaths.consultationAdvice({ id }),
    },
    matter_task_due: {
      ...toDesk,
      mayKnow: isResponsible,
      event: 'consultations.task.due',
      whom: toResponsible,
      path: (id: string) => consultationPaths.deskAdvice({ id }),
    },
    matter_answered: {
      ...toDesk,
      mayKnow: isResponsible,
      event: 'consultations.question.answered',
      whom: toResponsible,
      path: (id: string) => consultationPaths.deskAdvice({ id }),
    },
    referral_proposed: {
      ...toAsker,
      event: 'consultations.referral.proposed',
      path: (id: string) => consultationPaths.consultationReferrals({ id }),
    },
    referral_moved: {
      ...toDesk,
      mayKnow: isResponsible,
      event: [
        'consultations.referral.agreed',
        'consultations.referral.ended',
        'consultations.matter.expert_accepted',
        'consultations.matter.expert_refused',
        'consultations.expert.answered',
      ],
      whom: toResponsible,
      path: (id: string) => consultationPaths.deskReferrals({ id }),
    },
    conflict_waits: {
      ...toDesk,
      mayKnow: isResponsible,
      event: 'consultations.conflict.waits',
      whom: toResponsible,
      path: (id: string) => consultationPaths.deskParties({ id }),
    },
    matter_was_opened: { ...toAsker, event: 'consultations.matter.opened' },
    matter_moved: {
      ...toAsker,
      event: [
        'consultations.matter.taken',
        'consultations.matter.handed_over',
        'consultations.reply.written',
        'consultations.matter.appointed',
        'consultations.matter.called_off',
        'consultations.matter.advised',
        'consultations.matter.closed',
      ],
    },
  },
);
