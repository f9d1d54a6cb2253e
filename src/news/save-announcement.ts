import { decide, json, transact } from '#platform/db.ts'
import { found } from '#platform/errors.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { inLanguage } from '#platform/language.ts'
import { keepPicture } from '#platform/pictures.ts'
import { record } from '#platform/record.ts'
import { slugOf } from '#platform/search.ts'
import type { Instant } from '#platform/time.ts'
import { refusalToEdit, slugsToTry } from './announcement.rules.ts'
import type { AnnouncementForm, SentAnnouncement } from './announcement-form.ts'
import { addAnnouncement, announcementWithId, changeAnnouncement } from './announcements.sql.ts'
import type { AnnouncementRow, Db, Writes } from './tables.ts'

export interface Desk {
  now: Instant
  /** Where pictures are kept. */
  uploads: string
}

/** Writes an announcement down as a draft that only coordinators see. Returns its id. */
export function createAnnouncement(db: Db, by: Member, sent: SentAnnouncement, desk: Desk): Promise<string> {
  return transact(db, async (tx) => {
    const id = sent.words.id ?? newId()
    if (await announcementWithId(tx, id)) return id
    await addDraft(tx, { id, by: by.id, now: desk.now }, sent.words, await pictureOf(tx, sent, desk))
    return id
  })
}

/** Lays a draft before the coordinators that something else on the platform gave rise to; once for each id. */
export function draftAnnouncement(db: Db, draft: Draft, words: DraftWords): Promise<void> {
  return transact(db, async (tx) => {
    if (await announcementWithId(tx, draft.id)) return
    await addDraft(tx, draft, words, { picture_id: null, picture_alt: json({}) })
  })
}

interface Draft {
  id: string
  /** Whose step it follows from. */
  by: string
  now: Instant
}

type DraftWords = Pick<AnnouncementForm, 'title' | 'lead' | 'body'>

async function addDraft(
  tx: Writes,
  { id, by, now }: Draft,
  words: DraftWords,
  picture: Awaited<ReturnType<typeof pictureOf>>,
): Promise<void> {
  const row = {
    ...wordsOf(words),
    ...picture,
    ...{ id, written_by: by, created_at: now, changed_at: now, published_at: null, taken_down_at: null },
  }
  for (const slug of slugsToTry(slugOf(inLanguage(words.title, 'sv')))) {
    if (await addAnnouncement(tx, { ...row, slug })) break
    // The same form was sent a moment ago.
    if (await announcementWithId(tx, id)) return
  }
  await record(tx, { what: 'announcement-drafted', by, about: id, at: now })
}

/** Changes an announcement, also a published one: the followers are told once, when it is published. */
export function editAnnouncement(db: Db, by: Member, id: string, sent: SentAnnouncement, desk: Desk) {
  return decide(db, 'announcement', id, async (tx) => {
    const before = found(await announcementWithId(tx, id), 'announcement')
    const refusal = refusalToEdit(before.changed_at, sent.words.seen)
    if (refusal) return refusal

    const picture = await pictureOf(tx, sent, desk, before)
    await changeAnnouncement(tx, id, { ...wordsOf(sent.words), ...picture, changed_at: desk.now })
    await record(tx, { what: 'announcement-edited', by: by.id, about: id, at: desk.now })
    return null
  })
}

const wordsOf = ({ title, lead, body }: DraftWords) => ({
  title: json(title),
  lead: json(lead),
  body: json(body),
})

/** The picture from now on: a new one, the one there was, or none. */
async function pictureOf(
  tx: Writes,
  sent: SentAnnouncement,
  { uploads, now }: Desk,
  before?: AnnouncementRow,
) {
  const { picture_alt, remove_picture } = sent.words
  const kept = remove_picture ? null : (before?.picture_id ?? null)
  const picture_id = sent.picture ? await keepPicture(tx, uploads, sent.picture, now) : kept
  return { picture_id, picture_alt: json(picture_id ? picture_alt : {}) }
}
