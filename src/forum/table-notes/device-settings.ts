import { timeSpan } from '#platform/dates.ts'
import type { Visit } from '#platform/http.ts'
import { instantAt, plus } from '#platform/time.ts'
import type { Words } from '#platform/words.ts'
import type { TableCard, TableSettings } from './device.ts'
import type { TablePlace } from './table-place.ts'
import { takenInUntil } from './times.rules.ts'

const said = [
  'table-notes.card.who',
  'table-notes.device.waiting-card',
  'table-notes.device.removed',
  'table-notes.device.kept',
  'table-notes.device.ended',
  'table-notes.device.over',
  'table-notes.device.running',
  'table-notes.device.running-other',
  'table-notes.round',
  'table-notes.round-running',
  'table-notes.device.beside',
  'table-notes.device.stayed',
  'table-notes.device.draft',
  'table-notes.device.photo-waits',
  'table-notes.device.forget-ask',
  'table-notes.mistake.words',
  'table-notes.mistake.kind',
] as const

// What is counted is told in the words for one and for many, since the script knows no grammar.
const counted = ['table-notes.device.offline', 'table-notes.device.sending'] as const

const open = { who: '{who}', round: '{round}' }
const short = (key: string): string => key.replace(/^table-notes\.(device\.)?/, '')

const countedWords = (t: Words): [string, string][] =>
  counted.flatMap((key): [string, string][] => [
    [`${short(key)}.0`, t(key, { count: 0 })],
    [`${short(key)}.1`, t(key, { count: 1 })],
    [short(key), t(key, { count: 2 }).replace('2', '{count}')],
  ])

interface Told {
  cards: TableCard[]
  cursor: number
  round: number
}

/** What the script on a table's page begins with. */
export function deviceSettings(visit: Visit, { link, state, base }: TablePlace, told: Told): TableSettings {
  const { t, site, to } = visit
  return {
    ...{ table: link.table_id, edits: to(`${base}/edits`), state, language: t.language, ...told },
    worker: site.assets['door-worker.js'] ?? null,
    // A week longer than anything is taken in, so that whoever comes too late can still copy what was written.
    forgetAt: plus(takenInUntil(link), { days: 7 }),
    words: {
      ...Object.fromEntries(said.map((key) => [short(key), t(key, open)])),
      ...Object.fromEntries(countedWords(t)),
      // "kl. 11.22" becomes "kl. {h}.{m}".
      time: timeSpan(t.language, instantAt('2026-01-01', '11:22')).replace('11', '{h}').replace('22', '{m}'),
    },
  }
}
