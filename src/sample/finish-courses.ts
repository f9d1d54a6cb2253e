import { hashOf, newId, newToken } from '#platform/ids.ts'
import { inLanguage } from '#platform/language.ts'
import type { Instant } from '#platform/time.ts'
import { wordsFor } from '#platform/words.ts'
import type { Decided } from './course-rows.ts'
import type { Row, Writes } from './tables.ts'

/** Takes the last steps of the courses, which the database allows only in their order. */
export async function finishCourses(
  tx: Writes,
  decided: readonly Decided[],
  { now, baseUrl }: { now: Instant; baseUrl: string },
): Promise<void> {
  for (const one of decided) {
    const { decided_at, decided_by } = one
    await tx.updateTable('course').set({ decided_at, decided_by }).where('id', '=', one.course.id).execute()
    const until = one.decided_at
    await set(tx, one.accepted, { state: 'offered', offered_until: until })
    await set(tx, one.accepted, { state: 'accepted', offered_until: null })
    await set(tx, one.alumni, { alumni_since: one.alumni_since })
    for (const { id, line, line_place } of one.substitutes)
      await set(tx, [id], { state: 'substitute', line, line_place })
    await set(tx, one.left, { state: 'not-chosen' })
    if (one.forgotten_at === null) continue
    const nobody = {
      name: '–',
      email: null,
      motivation: null,
      organisation_id: null,
      organisation_name: null,
    }
    const others = [...one.left, ...one.substitutes.map(({ id }) => id)]
    await set(tx, others, { ...nobody, forgotten_at: one.forgotten_at })
    await set(tx, one.accepted, { motivation: null })
    const unlisted = one.accepted.filter((id) => !one.alumni.includes(id))
    if (one.participants_forgotten_at !== null)
      await set(tx, unlisted, { ...nobody, forgotten_at: one.participants_forgotten_at })
  }
  await mailCertificate(tx, now, baseUrl)
}

/** The mail that came with a certificate, to one of those who have one: its link leads to the page with the PDF. */
async function mailCertificate(tx: Writes, now: Instant, baseUrl: string): Promise<void> {
  const taker = await tx
    .selectFrom('course_certificate')
    .innerJoin('course_application', 'course_application.id', 'application_id')
    .innerJoin('course', 'course.id', 'course_id')
    .select(['application_id', 'email', 'language', 'course_application.name', 'course.title', 'made_at'])
    .where('email', 'is not', null)
    .orderBy('made_at', 'desc')
    .orderBy('number')
    .executeTakeFirst()
  if (!taker?.email) return
  const { application_id, language, made_at } = taker
  const token = newToken()
  const link = { token_hash: hashOf(token), application_id, created_at: now }
  await tx.insertInto('course_link').values(link).execute()
  const t = wordsFor(language)
  const values = { title: inLanguage(taker.title, language) }
  const paragraphs = [
    t('co-creating-change.mail.greeting', { name: taker.name }),
    t('co-creating-change.mail.certificate.lead', values),
    t('co-creating-change.mail.certificate.more', values),
    `${baseUrl}/${language}/applications/${token}`,
  ]
  await tx
    .insertInto('mail')
    .values({
      ...{ id: newId(), created_at: made_at, to_address: taker.email, language, about: application_id },
      ...{ subject: t('co-creating-change.mail.certificate.subject', values), html_body: '' },
      ...{ text_body: `${paragraphs.join('\n\n')}\n`, state: 'kept', next_attempt_at: made_at },
    })
    .execute()
}

const set = async (
  tx: Writes,
  ids: readonly string[],
  values: Partial<Row<'course_application'>>,
): Promise<void> => {
  if (ids.length > 0) await tx.updateTable('course_application').set(values).where('id', 'in', ids).execute()
}
