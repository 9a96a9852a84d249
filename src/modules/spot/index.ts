export { type CorrectionOf, correctRequest } from './ask/correct/correct-request.ts';
export { discardDraft, findDraft, saveDraft } from './ask/draft.ts';
export {
  answerBack,
  askBack,
  declineRequest,
  openRequest,
  redirectRequest,
} from './ask/let-through/let-through.ts';
export { setJapaneseRendering } from './ask/let-through/set-japanese-rendering.ts';
export { isInArea } from './ask/rules/place.ts';
export { earliestDay, latestDay, toStart } from './ask/rules/times/times.ts';
export { checkSubmission, type Submission, submitRequest } from './ask/submit-request.ts';
export { cancelRequest } from './close/cancel-request.ts';
export { closeRequest, lapseRequest } from './close/close-request.ts';
export { leaveUnfilled, reopenRequest } from './close/reopen-request.ts';
export { isLateCancellation } from './close/rules/cancellation.ts';
export { giveFeedback, reportVisit } from './close/say-how-it-was.ts';
export { handOver, writeNote } from './desk/notes/write-note.ts';
export { type SpotEvent, spotEvents } from './events.ts';
export { askWhetherMet } from './jobs.ts';
export { checkIn, checkOut, recordNoShow, sayMet } from './meet/check-in.ts';
export { type SpotServices, spotModule } from './module.ts';
export { type Acceptance, acceptOffer } from './offer/accept-offer.ts';
export { type Asking, askVolunteers } from './offer/ask-volunteers.ts';
export { confirmAssignment, rejectAssignment } from './offer/confirm-assignment.ts';
export { declineOffer } from './offer/decline-offer.ts';
export { type Fitting, type FittingVolunteer, previewVolunteers } from './offer/find-fitting.ts';
export { releaseVolunteer } from './offer/step-back.ts';
export { spotVolunteers } from './offer/volunteers.ts';
export { spotPaths } from './paths.ts';
export type { ActOn, Performed } from './perform.ts';
export { askedVolunteer, assignedVolunteer, requester } from './relations.ts';
export { NEXT_ACTS, type NextAct } from './rules/next-act.ts';
export { type SpotSettings, spotSetting } from './settings.ts';
export { findAssignment } from './store/assignments.ts';
export { type Correction, listCorrections } from './store/corrections.ts';
export { listHistory } from './store/history.ts';
export { deskOf } from './store/lists/desk.ts';
export { type PublicFigures, publicFigures } from './store/lists/figures.ts';
export { listInShort, type RequestInShort } from './store/lists/in-short.ts';
export { findMeetingPlace } from './store/lists/meeting-place.ts';
export { listCurrentRequests, listEndedRequests, type RequestSummary } from './store/lists/of-requester.ts';
export {
  listPastVisits,
  listVisitsAhead,
  listVolunteerRecords,
  type VolunteerRecord,
  type VolunteerVisit,
} from './store/lists/of-volunteer.ts';
export { findOfferCard, type OfferCard, offersOfVolunteer } from './store/lists/offer-cards.ts';
export { listVisitsOn, type VisitOnDay } from './store/lists/visits-on.ts';
export { findOffer, listOffersOfRequest } from './store/offers.ts';
export { findRequest, lockRequest } from './store/requests.ts';
export { findVisitRecord } from './store/visits.ts';
export * from './transitions.ts';
export * from './types.ts';
export { openingOf, spotMessages } from './words.ts';
