/** What can happen with the themes of the forums, and with what follows from what. */
export const forumHappenings = [
  'chain-linked',
  'chain-unlinked',
  'map-shown',
  'map-to-be-shown',
  'sequel-drafted',
  'supporters-forgotten',
  'theme-backed',
  'theme-call-changed',
  'theme-call-made',
  'theme-proposal-shown',
  'theme-proposal-turned-down',
  'theme-proposed',
  'theme-seconded',
  'theme-set',
  'theme-taken-back',
] as const
