/** What happens with partnerships, processes and networks besides being added and changed. */
export const networkHappenings = [
  'partnership-asked',
  'partnership-asked-again',
  'partnership-ended',
  'partnership-lives',
  'partnership-unconfirmed',
] as const
