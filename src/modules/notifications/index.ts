export type { NotificationServices } from './mail/send.ts';
export { notificationsModule } from './module.ts';
export { forgetNews } from './store/notifications.ts';
