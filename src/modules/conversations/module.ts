import type { Module } from '../../platform/module.ts';
import { routes } from './routes.tsx';
import { conversationMessages } from './words.ts';

/** Conversations, as the house takes them in. */
export const conversationsModule: Module = {
  name: 'conversations',
  messages: conversationMessages,
  routes,
};
