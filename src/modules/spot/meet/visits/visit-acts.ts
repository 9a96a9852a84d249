import { actRoutes } from '../../../../kits/acts/index.ts';
import type { Route } from '../../../../platform/web/route.ts';
import { compose, findReaders } from '../../../people/index.ts';
import { reportVisit } from '../../close/say-how-it-was.ts';
import { withdrawFromRequest } from '../../offer/step-back.ts';
import { assignedVolunteer } from '../../relations.ts';
import { aboutRequest, doerIn } from '../../sent.ts';
import { findRequest } from '../../store/requests.ts';
import { checkIn, checkOut, recordNoShow } from '../check-in.ts';
import { resumeVisit } from '../resume-visit.ts';
import { visitForms } from './forms.ts';
import { visitPage } from './visit-routes.tsx';

/** What the volunteer does with a visit. */
export const visitActs: readonly Route[] = actRoutes(
  visitForms,
  {
    access: [assignedVolunteer],
    on: doerIn('assigned_volunteer'),
    about: aboutRequest,
    again: visitPage,
  },
  {
    'check-in': ({ db, fields }, on) => checkIn(db, { ...on, at: fields.metAt }),
    'check-out': ({ db, fields }, on) => checkOut(db, { ...on, at: fields.endedAt }),
    resumption: ({ db }, on) => resumeVisit(db, on),
    async report({ db, locale, fields }, on) {
      const { doneWords, spentMinutes, learnedWords: typed } = fields;
      const request = await findRequest(db, on.requestId);
      const ids = request ? [request.requesterId] : [];
      const readers = await findReaders(db, ids, { locale, to: 'counterpart' });
      const read = compose({ field: 'learnedWords', typed, ...fields, readers, locale });
      if (!read.ok) return read;
      const report = { doneWords, spentMinutes, learnedWords: read.value || null };
      return reportVisit(db, { ...on, report });
    },
    withdrawal: ({ db, fields }, on) => withdrawFromRequest(db, { ...on, reason: fields.withdrawalWords }),
    absence: ({ db, fields }, on) =>
      recordNoShow(db, { ...on, absent: 'requester', reason: fields.absenceWords }),
  },
);
