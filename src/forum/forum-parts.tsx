import type { Child } from 'hono/jsx'
import type { Visit } from '#platform/http.ts'
import { dialoguePart, ownDialoguePart } from './statements/dialogue-parts.tsx'
import { tableQuestionsPart } from './table-questions/event-part.tsx'
import { askForCommitment } from './forum-day/commitments/own-part.tsx'
import { startingPoint } from './report/starting-point.tsx'
import type { Db } from './tables.ts'
import { ownTablesPart } from './your-tables/own-part.tsx'

/** The sign-up whose own page is shown, and the secret in its address. */
export interface Mine {
  signUpId: string
  eventId: string
  token: string
}

type Part = (db: Db, visit: Visit, eventId: string) => Promise<Child>
type OwnPart = (db: Db, visit: Visit, mine: Mine) => Promise<Child>

/** What the rooms show on the public page of an event, in this order: each adds its line. */
export const publicParts: readonly Part[] = [startingPoint, dialoguePart, tableQuestionsPart]

/** The same on the own page of whoever has signed up. */
export const ownParts: readonly OwnPart[] = [ownDialoguePart, ownTablesPart, askForCommitment]
