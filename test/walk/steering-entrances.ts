import { both, type Entrance, pages } from './entrance.ts'

const group = '/office/steering-group'
const steering = `${group}/meetings/:meeting`
const nominations = '/steering-group/nominations'

/** Who gets in where the steering group is. */
export const steeringEntrances: readonly (readonly [string, Entrance])[] = [
  ...pages('everybody', '/steering-group', `${nominations}/:call`, `${nominations}/:call/asked`),
  ...both('everybody', `${nominations}/:call/nominate`),
  ...both('link', '/nominations/:token', '/nominated/:token', '/steering-group/mine/:token'),
  ...pages('coordinator', '/office/duties', group, `${group}/calls/:call`),
  ...both('coordinator', `${group}/seats/new`, `${group}/calls/new`, `${group}/calls/:call/edit`),
  ...['edit', 'fill', 'leave'].flatMap((step): [string, Entrance][] => [
    [`GET ${group}/seats/:seat/${step}`, 'citysSeat'],
    [`POST ${group}/seats/:seat/${step}`, 'coordinator'],
  ]),
  ...both('coordinator', `${group}/calls/:call/recommend`, `${group}/calls/:call/elect`),
  ...pages('everybody', '/steering-group/meetings/:meeting'),
  ...both('link', '/steering-group/mine/:token/meetings/:meeting'),
  ...both('coordinator', `${group}/meetings/new`, `${steering}/edit`, `${steering}/cancel`),
  ...both('coordinator', `${steering}/items`, `${steering}/items/:item`, `${steering}/decisions`),
  ...both('coordinator', `${steering}/minutes`, `${steering}/corrections/:correction`),
  ...pages('coordinator', steering),
  [`POST ${steering}/step`, 'coordinator'],
]
