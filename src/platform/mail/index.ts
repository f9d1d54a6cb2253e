export { addressOf } from './address.ts'
export { type Fact, htmlIn, type MailBody, textIn, textOf } from './body.ts'
export {
  forgetReceivers,
  keepWaitingMails,
  mailCounts,
  mailsIn,
  mailWithId,
  oldestDue,
  putBack,
  wipeSentBodies,
} from './outbox.sql.ts'
export { type Mail, queueMail, queueMails } from './queue-mail.ts'
export { type Post, postTo } from './post.ts'
export { sendMails } from './send-mails.ts'
export type { MailState, MailTables } from './tables.ts'
