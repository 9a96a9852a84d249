import { z } from 'zod';
import { listTowns } from '../../../japanese/places.ts';
import { text } from '../../../platform/web/form-fields.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import {
  type Call,
  get,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../platform/web/route.ts';
import { optionalNumber } from '../form-fields.ts';
import { peopleMessages } from '../messages.ts';
import { peoplePaths } from '../paths.ts';
import { findOwnPerson } from '../persons/own.ts';
import { changePlace } from './commands.ts';
import { findArea, refusePostcode } from './rules.ts';
import { PlacePage } from './views.tsx';

const PlaceForm = z.object({
  'place.postcode': text(20),
  'place.municipality': text(5),
  'place.town': text(100),
  maxTravelKm: optionalNumber,
  /** Pressed to see the towns of a postcode or municipality; nothing is kept yet. */
  lookUp: text(10),
});

export const placeRoutes: readonly Route[] = [
  get({
    path: peoplePaths.place,
    access: 'person',
    audit: null,
    async handle(call) {
      const person = await findOwnPerson(call);
      const form = FormState.fresh({
        'place.municipality': person.municipalityCode ?? '',
        'place.town': person.town ?? '',
        maxTravelKm: person.maxTravelKm.toString(),
      });
      return placePage(call, form);
    },
  }),
  post({
    path: peoplePaths.place,
    access: 'person',
    audit: null,
    form: PlaceForm,
    async handle(call) {
      if (call.fields.lookUp !== '') {
        const refusal = refusePostcode(call.fields['place.postcode']);
        return refusal ? refusedBy(refusal) : placePage(call, lookedUp(call.fields));
      }
      const person = await findOwnPerson(call);
      const { maxTravelKm, ...place } = call.fields;
      const outcome = await changePlace(call.db, person, {
        postcode: place['place.postcode'],
        municipality: place['place.municipality'],
        town: place['place.town'],
        maxTravelKm,
      });
      if (!outcome.ok) return refusedBy(outcome.refusal);
      const words = peopleMessages.in(call.locale);
      return redirect(peoplePaths.place(), {
        tone: 'done',
        text: words.noted('place_kept', { town: outcome.value.name }),
      });
    },
    again: (call, form) => placePage(call, form),
  }),
];

function placePage(call: Pick<Call, 'locale' | 'actor'>, form: FormState): Reply {
  const area = findArea(form.value('place.postcode'), form.value('place.municipality'));
  const towns = area?.towns ?? listTowns(form.value('place.municipality'));
  const title = peopleMessages.in(call.locale).plain('place_title');
  return page(title, <PlacePage form={form} towns={towns} isVolunteer={call.actor.roles.has('volunteer')} />);
}

/** The form as it was typed, with what its postcode stands for filled in. */
function lookedUp(fields: z.output<typeof PlaceForm>): FormState {
  const area = findArea(fields['place.postcode'], fields['place.municipality']);
  const only = area?.towns.length === 1 ? area.towns[0]?.name : undefined;
  return FormState.fresh({
    'place.postcode': fields['place.postcode'],
    'place.municipality': area?.municipality.code ?? fields['place.municipality'],
    'place.town': only ?? (area ? '' : fields['place.town']),
    maxTravelKm: fields.maxTravelKm?.toString() ?? '',
    lookedUp: 'found',
  });
}
