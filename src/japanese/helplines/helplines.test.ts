import { describe, expect, it } from 'vitest';
import { findMunicipality } from '../places.ts';
import { type Helpline, listHelplines, listHelplinesToVerify, needsCheck } from './helplines.ts';

const all = [...listHelplines(), ...listHelplinesToVerify()];
const lineOf = (number: string): Helpline => {
  const line = all.find((helpline) => helpline.number === number);
  if (!line) throw new Error(`no line ${number}`);
  return line;
};

describe('the helplines', () => {
  it('begin with the ambulance and the police', () => {
    expect(
      listHelplines()
        .slice(0, 2)
        .map(({ number, purpose }) => [number, purpose]),
    ).toEqual([
      ['119', 'fire_ambulance'],
      ['110', 'police'],
    ]);
  });

  it('put what cannot wait first', () => {
    const order = ['now', 'soon', 'advice'];
    const groups = listHelplines().map(({ group }) => order.indexOf(group));
    expect(groups).toEqual([...groups].sort());
  });

  it('go on with what residents need most: violence, illness, a line in their language; few need the sea', () => {
    const purposes = listHelplines().map(({ purpose }) => purpose);
    const places = (['dv_plus', 'ambulance_unsure', 'any_worry', 'coast_guard'] as const).map((purpose) =>
      purposes.indexOf(purpose),
    );
    expect(places[0]).toBe(2);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    const advice = listHelplines().filter(({ group }) => group === 'advice');
    expect(advice.slice(0, 4).map(({ purpose }) => purpose)).toEqual([
      'hospital_search',
      'medical_information',
      'fresc',
      'legal_information',
    ]);
  });

  it('publish no number that rests on memory or on sources that disagree', () => {
    const published = listHelplines().map(({ number }) => number);
    for (const number of [
      '#8000',
      '#8008',
      '#7000',
      '#9999',
      '0570-013904',
      '03-6258-1227',
      '03-5774-0992',
    ]) {
      expect(published).not.toContain(number);
    }
    const withoutSource = listHelplines().filter(({ source }) => source === null);
    expect(withoutSource.map(({ number }) => number)).toEqual(['189', '171']);
  });

  it('can be dialed, once each', () => {
    expect(new Set(all.map(({ tel }) => tel)).size).toBe(all.length);
    for (const { tel } of all) expect(tel).toMatch(/^(?:1\d\d|#\d{4}|0\d{9})$/);
  });

  it('have hours that a clock knows, places that exist and languages with a name', () => {
    const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
    for (const { hours, area, languages, chat_languages } of all) {
      if (hours.kind === 'weekly') {
        expect(hours.weekdays.every((weekday) => weekday >= 1 && weekday <= 7)).toBe(true);
        expect((hours.from ?? '00:00') < (hours.to ?? '24:00')).toBe(true);
      }
      if (/^\d/.test(area)) expect(findMunicipality(area)).toBeDefined();
      else expect(['japan', 'tokyo']).toContain(area);
      for (const language of [...languages, ...chat_languages]) expect(names.of(language)).toBeDefined();
    }
  });
});

describe('needsCheck', () => {
  const collected = Temporal.PlainDate.from('2026-11-22');

  it('waits half a year after the line was last confirmed', () => {
    const line = lineOf('119');
    expect(needsCheck(line, collected.add({ days: 180 }))).toBe(false);
    expect(needsCheck(line, collected.add({ days: 181 }))).toBe(true);
    expect(needsCheck({ ...line, verified_on: '2027-05-01' }, Temporal.PlainDate.from('2027-06-01'))).toBe(
      false,
    );
  });

  it('is asked for at once by a line that nobody has confirmed', () => {
    expect(needsCheck(lineOf('#8000'), collected)).toBe(true);
    expect(needsCheck({ ...lineOf('#8000'), verified_on: '2026-11-22' }, collected)).toBe(false);
  });
});
