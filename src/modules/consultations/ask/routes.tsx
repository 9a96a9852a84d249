import { z } from 'zod';
import { housePaths } from '../../../platform/addresses/paths.ts';
import type { Database } from '../../../platform/database/connect.ts';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import { ownId } from '../../../platform/permissions.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { text } from '../../../platform/web/form-fields.ts';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  type Call,
  detour,
  get,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../platform/web/route.ts';
import { findPerson } from '../../people/index.ts';
import { consultationPaths } from '../paths.ts';
import { keepPaper, MOST_BYTES, readPaper } from '../room/papers.ts';
import type { ConsultationServices } from '../services.ts';
import { findMatter } from '../store/matters.ts';
import { FIELDS, ORIGINS } from '../types.ts';
import { consultationMessages } from '../words.ts';
import { type Asking, askForConsultation } from './ask.ts';
import { askDrafts } from './drafts.ts';
import { type Asked, askForm } from './form.ts';
import { AskPage, EmergencyScreen } from './views.tsx';

/** Where somebody comes from: it says nothing of them. */
const From = z.object({ from: z.enum(ORIGINS).or(z.literal('')).catch('') });
const LIMIT = { by: 'person', tries: 10, minutes: 60 } as const;

/** Asking: the emergency screen, what is taken along, the form, and what is sent. */
export function askRoutes({ files }: Pick<ConsultationServices, 'files'>): readonly Route[] {
  return [
    get({
      path: housePaths.consultationsNew,
      access: 'everyone',
      audit: null,
      query: From,
      handle: ({ locale, fields }) =>
        page(consultationMessages.in(locale).plain('ask_title'), <EmergencyScreen from={fields.from} />),
    }),
    post({
      path: housePaths.consultationsTaking,
      access: 'person',
      audit: null,
      form: z.object({
        words: text(4000),
        origin: z.enum(ORIGINS).catch('direct'),
        field: z.enum(FIELDS).or(z.literal('')).catch(''),
      }),
      limit: LIMIT,
      async handle(call) {
        const { now, fields } = call;
        await askDrafts.keep(call.db, { personId: ownId(call), fields: { ...fields }, now });
        return detour(housePaths.consultationsNew());
      },
    }),
    get({
      path: consultationPaths.consultationsAsking,
      access: 'person',
      audit: null,
      query: From,
      handle: (call) => begin(call, call.fields.from),
    }),
    post({
      path: consultationPaths.consultationsAsking,
      access: 'person',
      audit: null,
      form: askForm.schema,
      maxBytes: MOST_BYTES,
      limit: LIMIT,
      async handle(call) {
        const asked = read(call.fields);
        if (!asked.ok) return refusedBy(asked.refusal);
        const paper = await readPaper(call);
        if (!paper.ok) return refusedBy(paper.refusal);
        const residentId = ownId(call);
        const matterId = await askForConsultation(call.db, { ...asked.value, residentId, now: call.now });
        if (paper.value) {
          const kept = { matterId, ownerId: residentId, picture: paper.value, now: call.now };
          const outcome = await keepPaper(call.db, files, kept);
          if (!outcome.ok) return refusedBy(outcome.refusal);
        }
        await askDrafts.drop(call.db, residentId);
        const matter = await findMatter(call.db, matterId);
        const until = matter && formatsIn(call.locale).plain.dayTime(matter.answerBy);
        const text = consultationMessages.in(call.locale).noted('was_asked', { until: until ?? '' });
        return redirect(consultationPaths.consultation({ id: matterId }), { tone: 'done', text });
      },
      again: show,
    }),
  ];
}

/** The form with what was taken along, what is known of them, and where they come from. */
async function begin(call: Call<unknown, unknown, Database>, from: string): Promise<Reply> {
  const draft = await askDrafts.find(call.db, ownId(call));
  const person = await findPerson(call.db, ownId(call));
  const first = person?.locale === 'ja-easy' ? 'ja-easy' : (person?.locale.slice(0, 2) ?? '');
  const begun = { language: first as Asked['language'], channel: 'email' as const };
  const field = FIELDS.find((one) => one === draft?.fields['field']);
  const taken = draft ? { words: String(draft.fields['words'] ?? ''), ...(field && { field }) } : {};
  const came = draft?.fields['origin'] ?? from;
  const origin = ORIGINS.find((one) => one === came);
  const form = askForm.begin({ ...begun, ...taken, origin });
  return show(call, form, draft ? 'taken_along' : undefined);
}

type Read = Omit<Asking, 'residentId' | 'now'>;

/** What was typed, as it is kept; a field that hangs on another is asked for beside it. */
function read(sent: Asked): Outcome<Read> {
  const { channel, phone, times, interpreterWish, deadlineKind, deadlineOn } = sent;
  if (channel === 'phone' && phone === '') return refuse('say_your_phone', {}, 'phone');
  if (deadlineOn !== '' && !deadlineKind) return refuse('say_which_deadline', {}, 'deadlineKind');
  if (deadlineOn === '' && deadlineKind) return refuse('choose_a_day', {}, 'deadlineOn');
  const deadline =
    deadlineKind && deadlineOn ? { kind: deadlineKind, onDay: Temporal.PlainDate.from(deadlineOn) } : null;
  const { field, words, signs, urgency, language, isAnonymous, origin = 'direct' } = sent;
  // A number that they do not want to be called at is not kept.
  const contact = { channel, times, interpreterWish, phone: channel === 'phone' ? phone : '' };
  return accept({ field, words, signs, urgency, language, isAnonymous, origin, contact, deadline });
}

function show({ locale }: Pick<Call, 'locale'>, form: FormState, begun?: 'taken_along'): Reply {
  return {
    ...page(
      consultationMessages.in(locale).plain('ask_form_title'),
      <AskPage form={form} isTaken={begun === 'taken_along'} />,
    ),
    isShownOnce: true,
  };
}
