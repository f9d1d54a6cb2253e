import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { hashOf, newId } from '#platform/ids.ts'
import { withinLimits } from '#platform/limits.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Letters } from '../sign-up/letters.ts'
import { organisationOf } from '../sign-up/organisations.ts'
import { linksPerSignUp, signUpsPerAddress, signUpsPerNetwork } from '../sign-up/sign-up.rules.ts'
import type { Db, Writes } from '../tables.ts'
import type { Application, ApplicationChange } from './application-form.ts'
import {
  addApplication,
  applicationOfAddress,
  applicationWithId,
  type ApplicationRow,
  changeApplicationRow,
} from './applications.sql.ts'
import { type CallRefusal, refusalToApply } from './course.rules.ts'
import { type CourseRow, courseWithId } from './courses.sql.ts'
import { type Tiding, tellApplicants } from './letters.ts'

interface Request {
  form: Application
  /** The network address, for limits alone. */
  from: string
  /** Whether the visitor is known to own the address. */
  isKnown: boolean
}

export type ApplyAnswer = { refusal: CallRefusal | 'too-many' } | { refusal: null; token: string }

/**
 * Applies, without an account: the application counts once the address is confirmed. An address that has applied
 * already gets its link again, and the visitor the answer that anybody would get, so nobody learns who applies.
 */
export function apply(
  db: Db,
  courseId: string,
  { form, from, isKnown }: Request,
  letters: Letters,
): Promise<ApplyAnswer> {
  return decide(db, 'course', courseId, async (tx) => {
    const course = found(await courseWithId(tx, courseId), 'course')
    const refusal = refusalToApply(course, letters.now)
    if (refusal) return { refusal }
    const limits = [
      { key: `apply:network:${from}`, ...signUpsPerNetwork },
      { key: `apply:address:${hashOf(form.email)}`, ...signUpsPerAddress },
    ]
    if (!(await withinLimits(tx, limits, letters.now))) return { refusal: 'too-many' as const }

    const known = await applicationOfAddress(tx, courseId, form.email)
    if (known && known.state === 'applied') return linkAgain(tx, course, known, letters)
    const application = await write(tx, course, known, { form, isKnown, now: letters.now })
    await record(tx, { what: 'course-applied', by: null, about: courseId, at: letters.now })
    const kind = isKnown ? 'applied' : 'confirm'
    const [token = ''] = await tellApplicants(tx, course, [{ kind, application }], letters)
    return { refusal: null, token }
  })
}

async function linkAgain(
  tx: Writes,
  course: CourseRow,
  application: ApplicationRow,
  letters: Letters,
): Promise<ApplyAnswer> {
  const limit = { key: `apply:link:${application.id}`, ...linksPerSignUp }
  if (!(await withinLimits(tx, [limit], letters.now))) return { refusal: null, token: '' }
  const tiding: Tiding = { kind: 'again', application }
  const [token = ''] = await tellApplicants(tx, course, [tiding], letters)
  return { refusal: null, token }
}

interface Sent {
  form: Application
  isKnown: boolean
  now: Instant
}

/** The same row for whoever comes back: there is one application per address. */
async function write(
  tx: Writes,
  course: CourseRow,
  known: ApplicationRow | undefined,
  { form, isKnown, now }: Sent,
): Promise<ApplicationRow> {
  const row = {
    ...(await columnsOf(tx, form)),
    email: form.email,
    state: isKnown ? ('applied' as const) : ('unconfirmed' as const),
    ...{ applied_at: now, confirmed_at: isKnown ? now : null },
  }
  const id = known?.id ?? newId()
  if (known) await changeApplicationRow(tx, id, row)
  else
    await addApplication(tx, {
      ...{ id, course_id: course.id, offered_until: null, line: null, line_place: null },
      ...{ alumni_since: null, forgotten_at: null },
      ...row,
    })
  return found(await applicationWithId(tx, id), 'application')
}

/** What was written about oneself, as columns; an organization of the directory is found there. */
export async function columnsOf(tx: Writes, form: ApplicationChange) {
  const { name, motivation, capacity, size, part, language } = form
  return {
    ...{ name, motivation, capacity, size, part, language },
    ...(await organisationOf(tx, form.organisation)),
  }
}
