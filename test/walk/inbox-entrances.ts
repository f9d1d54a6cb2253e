import { both, type Entrance, pages } from './entrance.ts'

/** Who gets in where questions are asked, and where the office answers. */
export const inboxEntrances: readonly (readonly [string, Entrance])[] = [
  ...both('everybody', '/contact'),
  ...pages('everybody', '/contact/sent'),
  ...both('link', '/contact/mine/:token'),
  ...both('coordinator', '/office/inbox', '/office/inbox/closed', '/office/inbox/questions/:number'),
  ...pages('coordinator', '/office/inbox/answered', '/office/inbox/texts'),
  ...both('coordinator', '/office/inbox/texts/new', '/office/inbox/texts/:id'),
]
