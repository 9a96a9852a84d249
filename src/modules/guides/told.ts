import type { RecordActs } from '../../platform/rights/data-of.ts';

/** Of which of its acts whoever they are about is told. */
export const recordActs: RecordActs = {
  told: ['guides.check.confirmed', 'guides.check.passed', 'guides.check.reported'],
  // What the organization does with what it writes is nobody's record.
  withheld: [
    'guides.answers.seen',
    'guides.check.lapsed',
    'guides.check.settled',
    'guides.fact.kept',
    'guides.fact.written',
    'guides.guide.begun',
    'guides.guide.dropped',
    'guides.guide.published',
    'guides.guide.sent_back',
    'guides.guide.submitted',
    'guides.guide.taken_up',
    'guides.guide.translated',
    'guides.guide.withdrawn',
    'guides.guide.written',
  ],
};
