import type { Entrance } from './who-may-enter.ts'

type Says = (entrance: Entrance, ...patterns: string[]) => [string, Entrance][]

const office = '/office/focus-areas'

/** Who gets in where a year's focus areas are found: everybody proposes and supports, coordinators do the rest. */
export const focusEntrances = (pages: Says, both: Says): [string, Entrance][] => [
  ...pages('everybody', '/focus-areas', '/focus-areas/:year', '/focus-areas/:year/asked'),
  ...both('everybody', '/focus-areas/:year/propose', '/focus-areas/proposals/:id/support'),
  ...both('link', '/focus-areas/confirm/:token', '/thread/following/:token'),
  ...pages('everybody', '/thread/following/asked', '/thread/following/ended'),
  ...both('everybody', '/thread/:kind/:key/follow'),
  ...pages('coordinator', `${office}/:year`),
  ...both(
    'coordinator',
    office,
    `${office}/:year/new`,
    `${office}/:year/choose`,
    `${office}/submissions/:id`,
    `${office}/proposals/:id`,
  ),
]
