import { both, type Entrance, pages } from './entrance.ts'

/** Who gets in where ideas are. */
export const ideaEntrances: readonly (readonly [string, Entrance])[] = [
  ...pages('everybody', '/ideas', '/ideas.json', '/ideas.csv', '/ideas.atom', '/ideas/moderation'),
  ...pages('everybody', '/ideas/sent', '/ideas/:number/file', '/ideas/:number/reported'),
  ...both('everybody', '/ideas/new', '/ideas/:number', '/ideas/:number/report'),
  ...both('link', '/ideas/mine/:token'),
  ...pages('link', '/ideas/mine/:token/file'),
  ...both('coordinator', '/office/ideas', '/office/ideas/:number', '/office/ideas/:number/make'),
  ...pages('coordinator', '/office/moderation', '/office/ideas/:number/file'),
]
