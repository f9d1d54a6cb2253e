/** What people take part as, in the order the form asks. */
export const capacities = [
  'civil-society',
  'elected',
  'civil-servant',
  'academia',
  'business',
  'resident',
  'other',
] as const
