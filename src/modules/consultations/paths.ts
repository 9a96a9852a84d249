import { pathTo } from '../../platform/addresses/path-to.ts';

/** The addresses of consultations: numbers and ids only, nothing that tells what it is about. */
export const consultationPaths = {
  consultations: pathTo('/consultations'),
  /** The form behind the emergency screen. */
  consultationsAsking: pathTo('/consultations/asking'),
  consultation: pathTo('/consultations/:id'),
  consultationWords: pathTo('/consultations/:id/words'),
  consultationPaper: pathTo('/consultations/:id/papers/:place'),
  consultationQuiet: pathTo('/consultations/:id/quiet'),
  consultationReopening: pathTo('/consultations/:id/reopening'),
  consultationWithdrawal: pathTo('/consultations/:id/withdrawal'),
  /** What becomes of it: the advice, what is to be done, whether it has helped. */
  consultationAdvice: pathTo('/consultations/:id/advice'),
  consultationAppointment: pathTo('/consultations/:id/appointment'),
  consultationCalendar: pathTo('/consultations/:id/appointment.ics'),
  consultationBooking: pathTo('/consultations/:id/booking'),
  consultationCallingOff: pathTo('/consultations/:id/calling-off'),
  consultationAnswers: pathTo('/consultations/:id/answers'),
  consultationTasks: pathTo('/consultations/:id/tasks'),
  /** To whom something of it is passed on, by their yes. */
  consultationReferrals: pathTo('/consultations/:id/referrals'),
  consultationAgreement: pathTo('/consultations/:id/referrals/agreement'),
  consultationReferralEnd: pathTo('/consultations/:id/referrals/end'),
  /** To an outside office: they go there themselves. */
  consultationOfficeAgreement: pathTo('/consultations/:id/offices/agreement'),
  consultationOfficeEnd: pathTo('/consultations/:id/offices/end'),
  /** An expert's page of one referral, by the link of a mail. */
  expertReferral: pathTo('/experts/:token'),
  /** Before they see anything of it: whether they know somebody whom it touches. */
  expertTry: pathTo('/experts/:token/try'),
  expertComparison: pathTo('/experts/:token/comparison'),
  expertCall: pathTo('/experts/:token/call'),
  deskConsultations: pathTo('/desk/consultations'),
  /** Openings by a reason, for a second person. */
  deskOpenings: pathTo('/desk/consultations/openings'),
  deskOpeningReview: pathTo('/desk/consultations/openings/:id/review'),
  deskConsultation: pathTo('/desk/consultations/:id'),
  deskConsultationFigures: pathTo('/desk/consultations/figures'),
  expertDays: pathTo('/desk/expert-days'),
  expertDay: pathTo('/desk/expert-days/:id'),
  expertDayPeople: pathTo('/desk/expert-days/:id/people'),
  expertDayLeaving: pathTo('/desk/expert-days/:id/leaving'),
  expertDayMatters: pathTo('/desk/expert-days/:id/matters'),
  expertDayHands: pathTo('/desk/expert-days/:id/hands'),
  /** Whom it touches: compared with what an expert knows before they read a word. */
  deskParties: pathTo('/desk/consultations/:id/parties'),
  /** The register of experts. */
  deskExperts: pathTo('/desk/experts'),
  deskExpert: pathTo('/desk/experts/:id'),
  deskExpertLeaving: pathTo('/desk/experts/:id/leaving'),
  /** The register of interpreters, and who of them comes to the appointment of a matter. */
  deskInterpreters: pathTo('/desk/interpreters'),
  deskInterpreterNew: pathTo('/desk/interpreters/new'),
  deskInterpreter: pathTo('/desk/interpreters/:id'),
  deskInterpreterLeaving: pathTo('/desk/interpreters/:id/leaving'),
  deskInterpreting: pathTo('/desk/consultations/:id/interpreter'),
  deskAdvice: pathTo('/desk/consultations/:id/advice'),
  deskReferrals: pathTo('/desk/consultations/:id/referrals'),
  deskPaper: pathTo('/desk/consultations/:id/papers/:place'),
};
