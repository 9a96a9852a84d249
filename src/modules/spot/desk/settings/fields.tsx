import type { ComponentChildren, VNode } from 'preact';
import { findMunicipality, listMunicipalities, type Municipality } from '../../../../japanese/places.ts';
import { useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import type { FormState } from '../../../../platform/web/form-state.ts';
import { Checkboxes, FieldGroup, SelectOptions } from '../../../../ui/index.ts';
import { deskMessages } from '../words.ts';
import { DURATIONS, type DurationName, PERIOD_PARTS } from './form.ts';
import { aboutKey, settingKey } from './setting-names.ts';

/** Rows to fill in beyond those that are filled in already. */
const MORE_DAYS = 2;
const MORE_MUNICIPALITIES = [1, 2, 3];

/** A length of time in hours and minutes, sent under one name. */
export function Duration({ form, name }: { form: FormState; name: DurationName }): VNode {
  const t = useWords(deskMessages);
  const [least, most] = DURATIONS[name];
  const [hours = '', minutes = ''] = form.values(name);
  return (
    <Group form={form} name={name} hint={t('duration_from_to', { least, most: most / 60 })}>
      <div class="slot-parts">
        <Part id={name} label={t('hours_part')}>
          <input class="input" id={name} name={name} value={hours} inputmode="numeric" maxlength={4} />
        </Part>
        <Part id={`${name}-minutes`} label={t('minutes_part')}>
          <input
            class="input"
            id={`${name}-minutes`}
            name={name}
            value={minutes}
            inputmode="numeric"
            maxlength={4}
          />
        </Part>
      </div>
    </Group>
  );
}

/** Single days; an empty one is none. */
export function Days({ form, name }: { form: FormState; name: 'closedOn' | 'openOn' }): VNode {
  const t = useWords(deskMessages);
  const days = [...form.values(name).filter((day) => day !== ''), ...Array<string>(MORE_DAYS).fill('')];
  return (
    <Group form={form} name={name}>
      <div class="slot-parts">
        {days.map((day, row) => {
          const id = row === 0 ? name : `${name}-${row}`;
          return (
            <Part id={id} label={t('day_row', { row: row + 1 })}>
              <input class="input" type="date" id={id} name={name} value={day} />
            </Part>
          );
        })}
      </div>
    </Group>
  );
}

/** Periods of every year by month and day: a day of one year is not asked for. */
export function Periods({ form }: { form: FormState }): VNode {
  const t = useWords(deskMessages);
  const name = 'yearlyClosures';
  const values = form.values(name);
  const rows = Math.ceil(values.length / PERIOD_PARTS.length) + 1;
  return (
    <Group form={form} name={name}>
      {Array.from({ length: rows }, (_, row) => (
        <div class="slot-parts">
          {PERIOD_PARTS.map((part, at) => {
            const id = row + at === 0 ? name : `${name}-${row}-${part}`;
            return (
              <Part id={id} label={t('period_part', { row: row + 1, part: t.plain(part) })}>
                <select class="input" id={id} name={name}>
                  <SelectOptions
                    options={at % 2 === 0 ? months(t) : days(t)}
                    value={values[row * PERIOD_PARTS.length + at]}
                  />
                </select>
              </Part>
            );
          })}
        </div>
      ))}
    </Group>
  );
}

type Say = ReturnType<typeof deskMessages.in>;
const upTo = (most: number) => Array.from({ length: most }, (_, index) => String(index + 1));
const months = (t: Say) =>
  upTo(12).map((value) => ({ value, label: t.plain('month_name', { month: value }) }));
const days = (t: Say) => upTo(31).map((value) => ({ value, label: t.plain('day_of_month', { day: value }) }));

/** Municipalities left out: those that are, to be taken in again, and drop-downs of all others by name. */
export function LeftOut({ form }: { form: FormState }): VNode {
  const t = useWords(deskMessages);
  const locale = useLocale();
  const name = 'areaExceptMunicipalities';
  const out = form.values(name).filter((code) => findMunicipality(code));
  const nameOf = ({ name: own, english }: Pick<Municipality, 'name' | 'english'>) =>
    locale === 'en' ? english : own;
  const others = listMunicipalities().filter(({ code }) => !out.includes(code));
  const options = others.map((one) => ({
    value: one.code,
    label: nameOf(one),
    group: nameOf(one.prefecture),
  }));
  return (
    <>
      {out.length > 0 && (
        <Checkboxes
          name={name}
          values={out}
          label={t(settingKey(name))}
          hint={t(aboutKey(name))}
          refusal={form.refusalOf(name)}
          inline
          choices={out.map((value) => {
            const found = findMunicipality(value);
            return { value, label: found ? nameOf(found) : value };
          })}
        />
      )}
      <FieldGroup
        name={out.length > 0 ? `${name}-more` : name}
        label={t('add_municipalities')}
        refusal={out.length > 0 ? undefined : form.refusalOf(name)}
      >
        <div class="slots slot-parts">
          {MORE_MUNICIPALITIES.map((row) => (
            <Part id={`${name}-more-${row}`} label={t('municipality_row', { row })}>
              <select class="input" id={`${name}-more-${row}`} name={name}>
                <SelectOptions options={options} />
              </select>
            </Part>
          ))}
        </div>
      </FieldGroup>
    </>
  );
}

/** The parts of one setting side by side, under its name and what it does. */
function Group(props: {
  form: FormState;
  name: DurationName | 'closedOn' | 'openOn' | 'yearlyClosures';
  hint?: ComponentChildren;
  children: ComponentChildren;
}): VNode {
  const t = useWords(deskMessages);
  const { form, name } = props;
  const hint = (
    <>
      {t(aboutKey(name))} {props.hint}
    </>
  );
  return (
    <FieldGroup name={name} label={t(settingKey(name))} hint={hint} refusal={form.refusalOf(name)}>
      <div class="slots">{props.children}</div>
    </FieldGroup>
  );
}

function Part(props: { id: string; label: ComponentChildren; children: ComponentChildren }): VNode {
  return (
    <div>
      <label for={props.id}>{props.label}</label>
      {props.children}
    </div>
  );
}
