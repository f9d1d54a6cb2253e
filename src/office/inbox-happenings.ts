/** What can happen with the inbox, and with questions from the contact form. */
export const inboxHappenings = [
  'answer-text-saved',
  'inbox-assigned',
  'inbox-closed',
  'inbox-put-back',
  'question-answered',
  'question-asked',
] as const
