import { both, type Entrance, pages } from './entrance.ts'

/** Who gets in at the agreement: its versions, those who sign it, its goals and its parties. */
export const agreementEntrances: readonly (readonly [string, Entrance])[] = [
  ...pages(
    'everybody',
    ...['', '/difference', '/original/:id'].map((one) => `/plan/agreement/versions/:number${one}`),
  ),
  ...pages(
    'everybody',
    '/plan/agreement/signatories',
    '/agreement/join/sent',
    '/plan/commission',
    '/plan/sdgs',
  ),
  ...both('everybody', '/agreement/join'),
  ...both('link', '/agreement/confirm/:token'),
  ...both('coordinator', '/office/agreement/versions/:number', '/office/agreement/versions/:number/edit'),
  ['POST /office/agreement/versions/:number/decisions', 'coordinator'],
  ['POST /office/agreement/versions/:number/originals', 'coordinator'],
  ...pages('coordinator', '/office/agreement/signatories'),
  ...both('coordinator', '/office/agreement/signatories/:id', '/office/goals/commission'),
  ...both('coordinator', '/office/goals/new', '/office/goals/:number/close'),
  ...both('coordinator', '/office/parties', '/office/parties/new', '/office/parties/new/:id'),
  ['POST /office/parties/substitutes', 'coordinator'],
  ...both('coordinator', '/office/parties/substitutes/:id/end'),
]
