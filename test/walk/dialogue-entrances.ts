import { both, type Entrance, pages } from './entrance.ts'

const event = '/office/events/:id'

/** Who gets in at dialogues: to write and vote, to see the map, and to look after them. */
export const dialogueEntrances: readonly (readonly [string, Entrance])[] = [
  ...pages('everybody', '/dialogue/:slug/map', '/dialogue/:slug/map.json', '/dialogue/:slug/your-place'),
  ...pages('organiser', `${event}/dialogue/:dialogue/export/:file`),
  ...both('everybody', '/dialogue/:slug', '/dialogue/:slug/votes', '/dialogue/:slug/write'),
  ...both('everybody', '/dialogue/:slug/you'),
  ['POST /dialogue/:slug/sector', 'everybody'],
  ...both('link', '/dialogue/:slug/link/:token'),
  ['POST /dialogue/:slug/sign-up/:token', 'link'],
  ...pages('organiser', `${event}/dialogue`),
  ...both('organiser', `${event}/dialogue/new`, `${event}/dialogue/:dialogue`),
  ...both('organiser', `${event}/dialogue/:dialogue/edit`, `${event}/dialogue/:dialogue/map`),
  ...both('organiser', `${event}/dialogue/:dialogue/statements/:statement`),
  [`POST ${event}/dialogue/:dialogue/seeds`, 'organiser'],
]
