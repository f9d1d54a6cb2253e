/**
 * Who gets in at each address. everybody: without signing in. link: whoever has the secret in the address.
 * signedIn: any member. organiser: who looks after the event in the address. coordinator: of either party.
 * organisation: who acts for the organisation in the address, and not the office. city: of the city alone, since what stands in the address is the city's.
 * An address that is not here fails the walk: say who may enter before anybody does.
 */
export type Entrance =
  | 'everybody'
  | 'link'
  | 'signedIn'
  | 'organiser'
  | 'coordinator'
  | 'organisation'
  | 'city'
  /** A seat of the city's: the other party is told why it is not theirs to decide about. */
  | 'citysSeat'

export const both = (entrance: Entrance, ...patterns: string[]): [string, Entrance][] =>
  patterns.flatMap((pattern): [string, Entrance][] => [
    [`GET ${pattern}`, entrance],
    [`POST ${pattern}`, entrance],
  ])
export const pages = (entrance: Entrance, ...patterns: string[]): [string, Entrance][] =>
  patterns.map((pattern) => [`GET ${pattern}`, entrance])
