import { defineQuestionnaire, type Version } from '../../../kits/questionnaires/index.ts';
import { pairsMessages } from '../words.ts';

const options = <const Values extends readonly string[]>(values: Values) =>
  values.map((value) => ({ value, label: `expect_${value}` }));

const first: Version = {
  version: 1,
  questions: [
    {
      id: 'howOften',
      kind: 'one',
      label: 'expect_how_often',
      hint: 'expect_how_often_hint',
      options: options(['every_week', 'every_two_weeks', 'every_month', 'often_as_it_suits']),
    },
    {
      id: 'where',
      kind: 'some',
      label: 'expect_where',
      hint: 'expect_where_hint',
      options: options(['online', 'outdoors', 'cafe', 'public_place', 'at_home', 'where_it_suits']),
    },
    {
      id: 'language',
      kind: 'some',
      label: 'expect_language',
      hint: 'expect_language_hint',
      options: options(['japanese', 'easy_japanese', 'residents_language', 'english', 'both_mixed']),
    },
    {
      id: 'whatFor',
      kind: 'some',
      label: 'expect_what_for',
      hint: 'expect_what_for_hint',
      options: options(['talking', 'practice', 'daily_life', 'papers', 'children', 'culture', 'outings']),
    },
    {
      id: 'whatNot',
      kind: 'some',
      label: 'expect_what_not',
      hint: 'expect_what_not_hint',
      isOptional: true,
      options: options([
        'no_late_messages',
        'no_visits_at_home',
        'no_photos',
        'no_private_questions',
        'no_errands',
        'no_long_meetings',
      ]),
    },
    {
      id: 'contact',
      kind: 'one',
      label: 'expect_contact',
      hint: 'expect_contact_hint',
      options: options(['message', 'phone', 'either_way']),
    },
  ],
};

/** What each side writes before they meet: six lines, each chosen from what is there in every language. */
export const expectationQuestions = defineQuestionnaire(pairsMessages, [first]);
