export { type Body, type Doing, doing, type Keeping, type Step } from './doing.ts';
export { finalStates, mayDo } from './may.ts';
export { actRoutes, type Door, type SentCall } from './routes.ts';
export { auditOf, type Sent, sentAt } from './sent.ts';
export { lifeRows, lifeTable } from './table.ts';
export { ActForm, Decision, fieldsOf, maySend, Press, type Shown } from './views.tsx';
