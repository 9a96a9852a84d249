import { numberOf, type PersonalDataMap, type Rule } from '../../../platform/personal-data.ts';

/** What a day left of a child: with the guardian who answers for them, and a year after they have left. */
const keptOf = (name: string, way: string): Rule => ({
  ...{ name, end: 'delete', leaving: 'delete', export: 'module' },
  of: `${way}classes.children.answered_by`,
  keep: [{ after: 'child_left', from: `${way}classes.children.left_at`, lasts: 'P1Y' }],
});
const CHILD = keptOf('class_days', 'child_id>');
/** What others wrote of what went wrong, of several children at times: told by us, given to nobody as a file. */
const INCIDENT: Rule = { ...keptOf('class_incidents', 'child_id>'), export: 'never' };
const LINE: Rule = {
  ...keptOf('class_incidents', 'incident_id>classes.incidents.child_id>'),
  export: 'never',
};

const by = (purpose: string) => ({ class: 'identity', purpose, rule: numberOf }) as const;
const ofChild = (purpose: string) => ({ class: 'identity', purpose, rule: CHILD }) as const;
const words = (purpose: string, rule = CHILD) =>
  ({ class: 'sensitive', purpose, rule, sealed: ['id'] }) as const;

/** What the day of a class leaves, and what a child has learned: all of it goes with the child. */
export const dayData: PersonalDataMap = {
  'classes.handover_codes': {
    session_id: 'none',
    child_id: 'none',
    first_word: ofChild('to know that whoever fetches your child was sent by you'),
    second_word: 'none',
  },
  'classes.presence_entries': {
    id: 'none',
    session_id: 'none',
    device: 'none',
    seq: 'none',
    act: 'none',
    child_id: ofChild('to know who is here, and who has fetched your child'),
    received_by: 'none',
    match: 'none',
    list_at: 'none',
    undoes_device: 'none',
    undoes_seq: 'none',
    by_person: by('to know who handed a child over'),
    pressed_at: 'none',
    heard_at: 'none',
  },
  'classes.snacks': {
    id: 'none',
    session_id: 'none',
    name: 'none',
    foods: 'none',
    added_by: by('to know who wrote it'),
    added_at: 'none',
  },
  'classes.incidents': {
    id: 'none',
    session_id: 'none',
    child_id: {
      class: 'sensitive',
      purpose: 'to know what went wrong with your child, and that you were told',
      rule: INCIDENT,
    },
    kind: 'none',
    happened_at: 'none',
    reported_by: by('to know who wrote it'),
    reported_at: 'none',
    told_at: 'none',
    told_by: by('to know who spoke with the family'),
    closed_at: 'none',
    closed_by: by('to know who closed it'),
  },
  'classes.incident_lines': {
    id: 'none',
    incident_id: 'none',
    said: words('to know what happened when, and what was done', LINE),
    was_at: 'none',
    written_by: by('to know who wrote it'),
    written_at: 'none',
  },
  'classes.records': {
    id: 'none',
    session_id: 'none',
    child_id: ofChild('to tell you what your child did and learned'),
    activities: 'none',
    phrases: 'none',
    said: words('to tell you what your child did and learned'),
    written_by: by('to know who wrote it'),
    written_at: 'none',
  },
  'classes.can_do': {
    child_id: ofChild('to see what your child can do'),
    step: 'none',
    session_id: 'none',
    noted_by: by('to know who noted it'),
    noted_at: 'none',
  },
};
