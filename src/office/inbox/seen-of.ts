import type { InboxItem } from './inbox.sql.ts'

/** What a page shows of who has something, to be sent back with the form. */
export const seenOf = ({ kind, assigned_at, assigned_to }: InboxItem): string =>
  (kind === 'idea' ? assigned_to : assigned_at) ?? ''
