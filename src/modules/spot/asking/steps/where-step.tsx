import type { VNode } from 'preact';
import { listTowns } from '../../../../japanese/places.ts';
import { useWords } from '../../../../platform/languages/reading.tsx';
import type { FormState } from '../../../../platform/web/form-state.ts';
import { ChoiceCards, PlaceField, Step, TextField } from '../../../../ui/index.ts';
import { useMunicipalityChoices } from '../../../people/index.ts';
import { MOST, PLACE_KINDS } from '../../types.ts';
import { spotMessages } from '../../words.ts';
import { stepProps } from './steps.ts';

/** Where: in person, online or by phone. The place is asked only of those who meet in person. */
export function WhereStep({ form }: { form: FormState }): VNode {
  const t = useWords(spotMessages);
  return (
    <Step title={t('step_where')} lead={t('where_lead')} {...stepProps('where')}>
      <ChoiceCards
        {...form.field('placeKind')}
        label={t('place_kind_label')}
        choices={PLACE_KINDS.map((kind) => ({
          value: kind,
          picture: kind,
          label: t(`place_kind_${kind}`),
          hint: t(`place_kind_${kind}_hint`),
        }))}
      />
      <div class="only-in-person">
        <Place form={form} />
        <TextField
          {...form.field('placeName')}
          label={t('place_name_label')}
          hint={t('place_name_hint')}
          maxLength={MOST.placeName}
          optional
        />
        <TextField
          {...form.field('exactAddress')}
          label={t('exact_address_label')}
          hint={t('exact_address_hint')}
          maxLength={MOST.exactAddress}
          optional
        />
      </div>
    </Step>
  );
}

function Place({ form }: { form: FormState }): VNode {
  const t = useWords(spotMessages);
  const municipality = form.value('place.municipality');
  return (
    <PlaceField
      name="place"
      label={t('place_label')}
      hint={t('place_hint')}
      municipalities={useMunicipalityChoices()}
      towns={listTowns(municipality).map(({ name }) => name)}
      value={{ postcode: form.value('place.postcode'), municipality, town: form.value('place.town') }}
      refusals={{
        postcode: form.refusalOf('place.postcode'),
        municipality: form.refusalOf('place.municipality'),
        town: form.refusalOf('place.town'),
      }}
      optional
      quietOptional
    />
  );
}
