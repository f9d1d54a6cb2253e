import * as z from 'zod'
import { decide, json } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import { texts } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { record } from '#platform/record.ts'
import { type ChangeRefusal, refusalToChange } from '../../opened.ts'
import type { Db } from '../../tables.ts'
import type { Letters } from '../letters.ts'
import { changeSuccessor, type Successor, successorWithId } from '../successor.sql.ts'
import { isAnothersProposal, keepProposalTrue } from '../approvals/keep-proposal-true.ts'
import { addParagraph, changeParagraph, nextPosition, paragraphsOf, paragraphWithId } from './draft.sql.ts'

export type DraftRefusal = ChangeRefusal | 'adopted' | 'anothers-proposal'

/** What a plan's title and lead are opened as, so that of two who edit at once the second is told. */
export const wordsOf = ({ title, lead }: Pick<Successor, 'title' | 'lead'>) => ({ title, lead })

const seen = z.string().default('')

export const WordsForm = z.object({ title: texts(150), lead: texts(500), seen })
export const ParagraphForm = z.object({ words: texts(8000), seen })

export interface Editing extends Letters {
  successorId: string
  by: Member
}

/** One change of the draft by either party's coordinator; when the parties have it before them, they are asked anew. */
export function editDraft<R extends string = DraftRefusal>(
  db: Db,
  { successorId, by, now, url }: Editing,
  work: (tx: Db, successor: Successor) => Promise<R | DraftRefusal | null>,
): Promise<R | DraftRefusal | null> {
  return decide(db, 'successor', successorId, async (tx): Promise<R | DraftRefusal | null> => {
    const successor = found(await successorWithId(tx, successorId), 'plan in the making')
    if (successor.adopted_on !== null) return 'adopted'
    if (await isAnothersProposal(tx, successor, by)) return 'anothers-proposal'
    const refusal = await work(tx, successor)
    if (refusal) return refusal
    await keepProposalTrue(tx, successorId, by, { now, url })
    await record(tx, { what: 'draft-changed', by: by.id, about: successorId, at: now })
    return null
  })
}

export const editWords = (db: Db, editing: Editing, form: z.output<typeof WordsForm>) =>
  editDraft(db, editing, async (tx, successor) => {
    const refusal = refusalToChange(form.seen, wordsOf(successor))
    if (refusal) return refusal
    await changeSuccessor(tx, successor.id, { title: json(form.title), lead: json(form.lead) })
    return null
  })

/** A new paragraph comes last; one that is there keeps its key, so that comments stay where they were made. */
export const saveParagraph = (
  db: Db,
  editing: Editing & { id: string; isNew: boolean },
  form: z.output<typeof ParagraphForm>,
) =>
  editDraft(db, editing, async (tx, successor) => {
    const before = await paragraphWithId(tx, successor.id, editing.id)
    if (!before && editing.isNew) {
      const position = await nextPosition(tx, 'draft_paragraph', successor.id)
      const row = { id: editing.id, successor_id: successor.id, position, changed_at: editing.now }
      await addParagraph(tx, { ...row, words: json(form.words) })
      return null
    }
    const paragraph = found(before, 'paragraph')
    if (json(paragraph.words) === json(form.words)) return null
    const refusal = refusalToChange(form.seen, paragraph.words)
    if (refusal) return refusal
    await changeParagraph(tx, paragraph.id, { words: json(form.words), changed_at: editing.now })
    return null
  })

/** Up or down among the others, or out of the draft; what was said of it stays. */
export const moveParagraph = (db: Db, editing: Editing & { id: string }, how: 'up' | 'down' | 'remove') =>
  editDraft(db, editing, async (tx, successor) => {
    const all = await paragraphsOf(tx, successor.id)
    const at = all.findIndex(({ id }) => id === editing.id)
    const paragraph = found(all[at], 'paragraph')
    if (how === 'remove') {
      await changeParagraph(tx, paragraph.id, { removed_at: editing.now })
      return null
    }
    const other = all[at + (how === 'up' ? -1 : 1)]
    if (!other) return null
    await changeParagraph(tx, paragraph.id, { position: other.position })
    await changeParagraph(tx, other.id, { position: paragraph.position })
    return null
  })
