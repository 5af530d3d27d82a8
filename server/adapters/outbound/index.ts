export { createGuard, type Guard, type GuardConfig } from './guard';
export { createDownload } from './download';
export { createOutbound } from './outbound';
