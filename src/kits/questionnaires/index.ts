export { defineQuestionnaire, type Given, type Version } from './questionnaire.ts';
export { QuestionsSample } from './sample.tsx';
export { sealedAnswers } from './sealed-answers.ts';
