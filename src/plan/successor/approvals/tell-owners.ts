import { decide } from '#platform/db.ts'
import { inLanguage, type Language, languages, type Texts } from '#platform/language.ts'
import { nameAtStart } from '#platform/language-words.ts'
import { type Mail, queueMails } from '#platform/mail/index.ts'
import { record } from '#platform/record.ts'
import { wordsFor } from '#platform/words.ts'
import type { Db, Reads } from '../../tables.ts'
import { ownersOfPlan } from '../asking/carry.sql.ts'
import type { Letters } from '../letters.ts'
import { changeSuccessor, type Successor, successorsToTell } from '../successor.sql.ts'

/** Lays a draft of an announcement before the coordinators; handed in, because the news stand above this slice. */
type Announce = (
  draft: { id: string; by: string; now: Letters['now'] },
  words: { title: Texts; lead: Texts; body: Texts },
) => Promise<void>

/**
 * When a plan has been adopted, those who own something in it are told, once, and a draft of the news about it waits for the
 * coordinators under the plan's own id. Returns how many plans that was.
 */
export async function tellOwners(
  db: Db,
  { now, url, announce }: Letters & { announce: Announce },
): Promise<number> {
  const due = await successorsToTell(db)
  for (const successor of due) {
    // Before they are told: if it fails, the next try finds the plan again.
    await announce(
      { id: successor.id, by: successor.proposed_by ?? successor.begun_by, now },
      newsOf(successor, url),
    )
    await decide(db, 'successor', successor.id, async (tx) => {
      const still = (await successorsToTell(tx)).some(({ id }) => id === successor.id)
      if (!still) return
      await changeSuccessor(tx, successor.id, { told_at: now })
      const receivers = await receiversOf(tx, successor.id)
      const mails = receivers.map((to) => ownerMail(successor, to, url))
      await queueMails(tx, mails, now)
      const detail = { mails: mails.length }
      await record(tx, { what: 'next-plan-told', by: null, about: successor.id, at: now, detail })
    })
  }
  return due.length
}

/** What everybody may want to hear of it; the coordinators word it before anybody does. */
function newsOf({ title, lead, slug }: Successor, url: Letters['url']) {
  const say = (key: 'successor.news.title' | 'successor.news.body'): Texts =>
    Object.fromEntries(
      languages.map((language) => [
        language,
        wordsFor(language)(key, {
          plan: inLanguage(title, language),
          address: url(language, `/plan/periods/${slug}`),
        }),
      ]),
    )
  return { title: say('successor.news.title'), lead, body: say('successor.news.body') }
}

interface Receiver {
  email: string
  language: Language
  name: Texts
  count: number
}

/** Organisations by the address that everybody may know, and the coordinators of parties that own something. */
async function receiversOf(tx: Reads, planId: string): Promise<Receiver[]> {
  const owners = await ownersOfPlan(tx, planId)
  const coordinators = await tx
    .selectFrom('coordinator')
    .innerJoin('person', 'person.id', 'coordinator.person_id')
    .select(['coordinator.party_id', 'person.email', 'person.language'])
    .where('coordinator.until', 'is', null)
    .execute()
  return [...Map.groupBy(owners, ({ id }) => id)].flatMap(([id, list]) => {
    const [owner] = list
    if (!owner) return []
    const about = { name: owner.name, count: list.length }
    if (owner.kind === 'party')
      return coordinators
        .filter(({ party_id }) => party_id === id)
        .map(({ email, language }) => ({ email, language, ...about }))
    const { contact_email: email } = owner
    return email === null ? [] : [{ email, language: 'sv' as const, ...about }]
  })
}

function ownerMail(
  { id, slug, title }: Successor,
  { email, language, name, count }: Receiver,
  url: Letters['url'],
): Mail {
  const t = wordsFor(language)
  const values = { plan: inLanguage(title, language), name: nameAtStart(name, language), count }
  return {
    to: email,
    language,
    subject: t('successor.mail.adopted.subject', values),
    body: {
      paragraphs: [t('successor.mail.adopted.says', values)],
      action: { label: t('successor.mail.adopted.see'), url: url(language, `/plan/periods/${slug}`) },
      why: t('successor.mail.adopted.why', values),
    },
    about: id,
  }
}
