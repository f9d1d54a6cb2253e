import type { Answered } from '#platform/form.ts'
import { type Guard, readFields, readForm, routes } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import type { Db } from '../tables.ts'
import { type Dialogue, dialoguesOfEvent } from './dialogues.sql.ts'
import { EditDialoguePage } from './edit-dialogue.page.tsx'
import { type C, deskAfter, dialogueOf, doing, dones, eventOf, refused } from './office-visit.ts'
import { OfficeDialoguesPage } from './office-dialogues.page.tsx'
import { OfficeDialoguePage } from './office-dialogue.page.tsx'
import { closeDialogue, createDialogue, DialogueForm, editDialogue, openDialogue } from './save-dialogue.ts'
import { statementsOf } from './statements.sql.ts'
import { loadTakingPart } from './taking-part.ts'
import { addSeed, SeedForm } from './write-statement.ts'

interface Options {
  /** Lets in the event's organisers beside the coordinators; the event is the address's `:id`. */
  organiser: Guard
}

const base = '/office/events/:id/dialogue'

/** Where an event's organisers open a theme, read what came in, and close it again. */
export const dialogueOfficeRoutes = (db: Db, { organiser }: Options) =>
  routes()
    .get(base, organiser, async (c) => {
      const event = await eventOf(db, c)
      const dialogues = await dialoguesOfEvent(db, event.id)
      return c.html(<OfficeDialoguesPage visit={c.var} event={event} dialogues={dialogues} />)
    })
    .get(`${base}/new`, organiser, async (c) =>
      c.html(await editPage(db, c, null, { filled: { id: newId() } })),
    )
    .post(`${base}/new`, organiser, async (c) => {
      const form = await readForm(c, DialogueForm)
      if (!form.ok) return c.html(await editPage(db, c, null, form), 422)
      const event = await eventOf(db, c)
      const id = form.value.id ?? newId()
      const refusal = await createDialogue(db, event.id, { ...form.value, id }, doing(c))
      if (!refusal) return c.redirect(c.var.to(`/office/events/${event.id}/dialogue/${id}`), 303)
      return c.html(await editPage(db, c, null, await refused(c, refusal)), 409)
    })
    .get(`${base}/:dialogue`, organiser, async (c) => c.html(await deskPage(db, c)))
    .post(`${base}/:dialogue`, organiser, async (c) => {
      const dialogue = await dialogueOf(db, c)
      const isClosing = (await readFields(c))['do'] === 'close'
      const act = isClosing ? closeDialogue : openDialogue
      const refusal = await act(db, dialogue.id, doing(c))
      if (!refusal) return c.redirect(deskAfter(c, isClosing ? 'closed' : 'opened'), 303)
      return c.html(await deskPage(db, c, { refusal: `dialogue.refusal.${refusal}` }), 409)
    })
    .post(`${base}/:dialogue/seeds`, organiser, async (c) => {
      const dialogue = await dialogueOf(db, c)
      const form = await readForm(c, SeedForm)
      if (!form.ok) return c.html(await deskPage(db, c, form), 422)
      const refusal = await addSeed(db, dialogue.id, form.value, doing(c))
      if (!refusal) return c.redirect(deskAfter(c, 'seeded'), 303)
      return c.html(await deskPage(db, c, await refused(c, refusal)), 409)
    })
    .get(`${base}/:dialogue/edit`, organiser, async (c) =>
      c.html(await editPage(db, c, await dialogueOf(db, c))),
    )
    .post(`${base}/:dialogue/edit`, organiser, async (c) => {
      const dialogue = await dialogueOf(db, c)
      const form = await readForm(c, DialogueForm)
      if (!form.ok) return c.html(await editPage(db, c, dialogue, form), 422)
      const refusal = await editDialogue(db, dialogue.id, form.value, doing(c))
      if (!refusal) return c.redirect(deskAfter(c, 'saved'), 303)
      return c.html(await editPage(db, c, dialogue, await refused(c, refusal)), 409)
    })

async function deskPage(db: Db, c: C, answered: Answered = {}) {
  const [event, dialogue] = [await eventOf(db, c), await dialogueOf(db, c)]
  const statements = await statementsOf(db, dialogue.id)
  const taking = await loadTakingPart(db, dialogue.id, statements)
  const done = dones.find((one) => one === c.req.query('done'))
  return <OfficeDialoguePage visit={c.var} {...{ event, dialogue, statements, taking, done }} {...answered} />
}

async function editPage(db: Db, c: C, dialogue: Dialogue | null, answered: Answered = {}) {
  return <EditDialoguePage visit={c.var} event={await eventOf(db, c)} dialogue={dialogue} {...answered} />
}
