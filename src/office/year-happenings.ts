/** What can happen with the report of a year, and with the questions by the principles. */
export const yearHappenings = [
  'partner-gift-removed',
  'partner-gift-written',
  'survey-changed',
  'survey-closed',
  'survey-planned',
  'survey-sent',
  'survey-wiped',
  'survey-words-quoted',
  'survey-words-read',
  'year-report-approved',
  'year-report-approved-by-one',
  'year-report-begun',
  'year-report-counted',
  'year-report-published',
  'year-report-written',
] as const
