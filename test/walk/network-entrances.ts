import { both, type Entrance, pages } from './entrance.ts'

/** Who gets in where partnerships and the picture of the network are. */
export const networkEntrances: readonly (readonly [string, Entrance])[] = [
  ...pages('everybody', '/network/partnerships', '/network/picture', '/network/ask'),
  ...both('link', '/network/alive/:token'),
]
