import { transact } from '#platform/db.ts'
import type { Language } from '#platform/language.ts'
import { queueMail } from '#platform/mail/index.ts'
import { type Instant, localDate } from '#platform/time.ts'
import { wordsFor } from '#platform/words.ts'
import { firstWorkingDay } from '#platform/working-days.ts'
import type { Db } from '../tables.ts'
import { dutiesMail } from './duties.mail.ts'
import { addLetter, coordinatorsToTell } from './duty-letters.sql.ts'
import { gatherDuties } from './gather-duties.ts'
import { isLetterDay } from './letter-day.rules.ts'

interface Letters {
  now: Instant
  url: (language: Language, path: string) => string
}

/**
 * On the first working day of a month each coordinator is told what their party owes, in their language and once.
 * Whoever's party owes nothing gets no letter: a letter about nothing teaches people not to read the next one.
 */
export async function tellDuties(db: Db, { now, url }: Letters): Promise<void> {
  const today = localDate(now)
  if (!isLetterDay(today, firstWorkingDay(today))) return
  const month = today.slice(0, 7)
  for (const { party_id, ...person } of await coordinatorsToTell(db, month)) {
    const asked = { db, t: wordsFor(person.language), now, isSample: false, hasMailServer: true }
    const { together, alone } = await gatherDuties(asked)
    const own = alone.find(({ id }) => id === party_id)
    if (!own) continue
    const duties = own.items.length + together.length
    await transact(db, async (tx) => {
      if (!(await addLetter(tx, { person_id: person.id, month, duties, at: now })) || duties === 0) return
      const link = url(person.language, '/office/duties')
      const letter = { person, party: own.name, own: own.items, together, now, link }
      await queueMail(tx, dutiesMail(letter), now)
    })
  }
}
