import { revisionTitle } from '#plan/index.ts'
import type { Visit } from '#platform/http.ts'
import { nameOf } from '../bead.page.tsx'
import type { Tiding } from './following.rules.ts'

/** What something is called where somebody is told of it. */
export const nameOfTiding = (visit: Pick<Visit, 't' | 'language'>, tiding: Tiding): string =>
  tiding.kind === 'revision'
    ? revisionTitle(visit.t, tiding.revision, tiding.revision.changes)
    : nameOf(visit, tiding)
