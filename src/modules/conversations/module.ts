import type { Module } from '../../platform/module.ts';
import { conversationsPersonPart } from './elsewhere/person-part.tsx';
import { conversationNews } from './news.ts';
import { routes } from './routes.tsx';
import { conversationMessages } from './words.ts';

/** Conversations, as the house takes them in. */
export const conversationsModule: Module = {
  name: 'conversations',
  messages: conversationMessages,
  routes,
  personParts: [conversationsPersonPart],
  navigation: [
    {
      href: '/conversations',
      label: conversationMessages.label('list_title'),
      places: ['messages'],
      roles: 'everybody',
      order: 95,
    },
  ],
  news: conversationNews,
};
