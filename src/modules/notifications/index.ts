export type { NotificationServices } from './mail/send.ts';
export { notificationsModule } from './module.ts';
export { personalData } from './personal-data.ts';
export { forgetNews } from './store/notifications.ts';
