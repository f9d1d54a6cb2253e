import { newId } from '#platform/ids.ts'
import { systemClock } from '#platform/time.ts'
import { inDatabase } from './in-database.ts'

export const question = {
  sv: 'Vem ska få nyckeln?',
  en: 'Who should get the key?',
  es: '¿Quién debería tener la llave?',
}

const idOf = (desk: string): string => desk.split('/').at(-1) ?? ''

/** Two rounds of twenty minutes about one question, and a table. */
export const layOutRounds = (file: string, desk: string): void =>
  inDatabase(file, (database) => {
    const [event, id, now] = [idOf(desk), newId(), systemClock()]
    const by = String(database.prepare('select id from person limit 1').get()?.['id'])
    database
      .prepare(
        `insert into forum_question (id, event_id, position, words, made_by, created_at, changed_at)
          values (?, ?, 1, ?, ?, ?, ?)`,
      )
      .run(id, event, JSON.stringify(question), by, now, now)
    const round = database.prepare(
      'insert into forum_round (event_id, number, minutes, question_id) values (?, ?, 20, ?)',
    )
    for (const number of [1, 2]) round.run(event, number, id)
    database
      .prepare('insert into forum_table (id, event_id, number, seats) values (?, ?, 1, 6)')
      .run(newId(), event)
  })

/** The rounds are about another question from now on. */
export const askInstead = (file: string, desk: string, words: typeof question): void =>
  inDatabase(file, (database) => {
    const change = database.prepare('update forum_question set words = ? where event_id = ?')
    change.run(JSON.stringify(words), idOf(desk))
  })

/** A proposal from the first table. */
export const writeCard = (file: string, desk: string, words: string): void =>
  inDatabase(file, (database) => {
    const now = systemClock()
    const table = database.prepare('select id from forum_table where event_id = ?').get(idOf(desk))?.['id']
    database
      .prepare(
        `insert into note_card (id, event_id, table_id, round, kind, words, language, created_at, changed_at)
          values (?, ?, ?, 1, 'proposal', ?, 'sv', ?, ?)`,
      )
      .run(newId(), idOf(desk), String(table), words, now, now)
  })
