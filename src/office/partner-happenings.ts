/** What can happen with new partners: what is needed, pledges and gifts. */
export const partnerHappenings = [
  'partner-meaning-saved',
  'partner-need-saved',
  'pledge-agreed',
  'gift-corrected',
  'pledge-agreement-attached',
  'pledge-declined',
  'pledge-given',
  'pledge-publishing-chosen',
  'pledge-received',
  'pledge-talk',
  'pledge-thanked',
  'pledge-withdrawn',
] as const
