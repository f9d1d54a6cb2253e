/** What can happen with the parties, with what they decide together, and with the agreement. */
export const agreementHappenings = [
  'joint-decision-answered',
  'joint-decision-asked',
  'joint-decision-carried',
  'joint-decision-refused',
  'joint-decision-withdrawn',
  'party-standing-said',
  'substitute-ended',
  'substitute-named',
] as const
