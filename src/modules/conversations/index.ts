export { closeThread, openThread, openThreadBetween, writeMessage } from './commands.ts';
export { conversationEvents } from './events.ts';
export { hasReadAll, listOpenSubjects, listThreadsOf } from './lists/store.ts';
export { conversationsModule } from './module.ts';
export { personalData } from './personal-data.ts';
export { listReceived } from './received.ts';
export { findOpenThreadId, findThread, listThreadsAbout } from './store.ts';
export type { Subject, Thread, ThreadKind, ThreadLine } from './types.ts';
export { conversationMessages } from './words.ts';
