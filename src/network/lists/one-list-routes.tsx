import type { Context } from 'hono'
import { coordinator, memberOf } from '#people/index.ts'
import { decide } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Filled } from '#platform/form.ts'
import { readFields, routes, type VisitEnv } from '#platform/http.ts'
import type { Pointer } from '../organisations/merge.rules.ts'
import { tellingOf } from '../organisations/telling.ts'
import type { Db } from '../tables.ts'
import { importList } from './import-list.ts'
import { ImportedPage } from './imported.page.tsx'
import {
  chooseTheRest,
  contactsToAsk,
  countsOf,
  importWithId,
  linesShown,
  removeWaiting,
  setChoice,
  unchosenOf,
} from './imports.sql.ts'
import { type Invited, inviteListed } from './invite-listed.ts'
import { outcomes } from './judgement.rules.ts'
import { PreviewPage } from './preview.page.tsx'
import { undoingOf, undoList } from './undo-list.ts'

type C = Context<VisitEnv>

interface Said {
  refusal?: string
  asked?: Invited
}

/** One list: what will happen, what happened, and the buttons for each. */
export function oneListRoutes(db: Db, pointers: readonly Pointer[]) {
  const address = '/office/lists/:id'
  const deeds: Readonly<Record<string, (c: C, id: string, filled: Filled) => Promise<Response>>> = {
    'throw-away': async (c, id) => {
      await removeWaiting(db, id)
      return c.redirect(c.var.to('/office/lists'), 303)
    },
    import: async (c, id, filled) => {
      const asked = { id, seen: String(filled['seen'] ?? '') }
      return answer(c, id, await importList(db, memberOf(c), asked, c.var.now))
    },
    undo: async (c, id) => answer(c, id, await undoList(db, memberOf(c), { id, pointers }, c.var.now)),
    invite: async (c, id, filled) => {
      const lines = new Set(numbersOf(filled, 'ask').map(([line]) => line))
      const asked = await inviteListed(db, memberOf(c), { id, lines }, tellingOf(c))
      return c.html(await page(c, { asked }))
    },
  }
  return routes()
    .get(address, coordinator, async (c) => c.html(await page(c)))
    .post(address, coordinator, async (c) => {
      const list = found(await importWithId(db, c.req.param('id')), 'list')
      const filled = await readFields(c)
      const deed = deeds[String(filled['do'])]
      if (deed) return deed(c, list.id, filled)
      await choose(db, list.id, filled)
      return c.redirect(`${c.var.to(`/office/lists/${list.id}`)}?show=alike`, 303)
    })

  async function answer(c: C, id: string, refusal: string | null): Promise<Response> {
    if (refusal === null) return c.redirect(c.var.to(`/office/lists/${id}`), 303)
    return c.html(await page(c, { refusal: `lists.refusal.${refusal}` }), 409)
  }

  async function page(c: C, { refusal, asked }: Said = {}) {
    const list = found(await importWithId(db, c.req.param('id') ?? ''), 'list')
    const counts = await countsOf(db, list.id)
    const wanted = outcomes.find((one) => one === c.req.query('show'))
    const show = wanted ?? outcomes.find((one) => counts[one] > 0) ?? 'new'
    const lines = await linesShown(db, list.id, show, c.req.query('page'))
    const shown = { visit: c.var, list, counts, show, lines, refusal }
    if (list.state === 'waiting') return <PreviewPage {...shown} unchosen={await unchosenOf(db, list.id)} />
    const undoing = list.state === 'imported' ? await undoingOf(db, list, pointers) : null
    const toAsk = list.kind === 'contacts' ? await contactsToAsk(db, list.id) : []
    return <ImportedPage {...shown} undoing={undoing} toAsk={toAsk} asked={asked} />
  }
}

const choices = ['same', 'new', 'leave'] as const

const choose = (db: Db, id: string, filled: Filled): Promise<void> =>
  decide(db, 'list_import', id, async (tx) => {
    if ((await importWithId(tx, id))?.state !== 'waiting') return
    for (const [line, value] of numbersOf(filled, 'choice')) {
      const choice = choices.find((one) => one === value)
      if (choice) await setChoice(tx, id, { line, choice })
    }
    if (filled['do'] === 'rest-new') await chooseTheRest(tx, id, 'new')
    if (filled['do'] === 'rest-leave') await chooseTheRest(tx, id, 'leave')
  })

/** Fields that are named by a line: 'choice.12'. */
const numbersOf = (filled: Filled, name: string): [number, unknown][] =>
  Object.entries(filled).flatMap(([field, value]): [number, unknown][] => {
    const line = new RegExp(`^${name}\\.(\\d{1,6})$`).exec(field)?.[1]
    return line === undefined ? [] : [[Number(line), value]]
  })
