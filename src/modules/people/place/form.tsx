import { listTowns, type Town } from '../../../japanese/places.ts';
import { defineForm, type Field, line, unseen } from '../../../kits/forms/index.ts';
import { text } from '../../../platform/web/form-fields.ts';
import type { FormState } from '../../../platform/web/form-state.ts';
import { PlaceField } from '../../../ui/index.ts';
import { optionalNumber } from '../form-fields.ts';
import { peopleMessages } from '../messages.ts';
import { FARTHEST_KM, findArea } from './rules.ts';
import { listMunicipalityChoices } from './views.tsx';

/** Drawn with municipality and town, the two fields behind it. */
const postcode: Field<'place.postcode', string> = {
  ...line('place.postcode', text(20), { label: 'place_label' }),
  draw: ({ field: { label }, form, locale }) => (
    <PlaceField
      name="place"
      label={label}
      municipalities={listMunicipalityChoices(locale)}
      towns={townsOf(form)}
      value={inParts((name) => form.value(name))}
      refusals={inParts((name) => form.refusalOf(name))}
    />
  ),
};

const inParts = <Part,>(of: (name: string) => Part) => ({
  postcode: of('place.postcode'),
  municipality: of('place.municipality'),
  town: of('place.town'),
});

/** The towns to choose from: those of the postcode, else of the municipality. */
export function townsOf(form: FormState): readonly Town[] {
  const municipality = form.value('place.municipality');
  return findArea(form.value('place.postcode'), municipality)?.towns ?? listTowns(municipality);
}

/** Where somebody lives, by town: never a street or a house; of volunteers, how far they go. */
export const placeForm = defineForm(
  peopleMessages,
  [
    postcode,
    unseen('place.municipality', text(5)),
    unseen('place.town', text(100)),
    line('maxTravelKm', optionalNumber, {
      hint: 'max_travel_km_hint',
      inputmode: 'numeric',
      width: 'short',
    }),
    /** Pressed to see the towns of a postcode or municipality; nothing is kept yet. */
    unseen('lookUp', text(10)),
  ],
  { params: { most: `${FARTHEST_KM}` } },
);
