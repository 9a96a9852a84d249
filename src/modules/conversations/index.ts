export { keepOpenFor, openThread, writeAbout, writeMessage } from './commands.ts';
export { conversationEvents } from './events.ts';
export { findWordsOfStaff, hasReadAll, listThreadsOf } from './lists/store.ts';
export { conversationsModule } from './module.ts';
export { listSameMatter } from './news.ts';
export { conversationsPaths } from './paths.ts';
export { settle } from './settling/settle.ts';
export { findOpenThreadId, findThread, listThreadsAbout, markRead } from './store.ts';
export type { Thread, ThreadKind, ThreadLine } from './types.ts';
