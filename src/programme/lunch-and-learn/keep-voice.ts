import { found } from '#platform/errors.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { decideAboutNeeds, type Telling } from './decide-needs.ts'
import { waits } from './need.rules.ts'
import { needWithId, removeOrganisation } from './needs.sql.ts'
import { changeVoice, voicesBehind, voiceWithId } from './voices.sql.ts'
import { withdrawNeed } from './withdraw-need.ts'

/** The address is known from now on: the need goes to the office, or has one more behind it. */
export function confirmVoice(db: Db, voiceId: string, now: Instant): Promise<'not-waiting' | null> {
  return decideAboutNeeds(db, async (tx) => {
    const voice = found(await voiceWithId(tx, voiceId), 'voice')
    const need = found(await needWithId(tx, voice.need_id), 'need')
    if (voice.confirmed_at || voice.left_at) return null
    if (voice.kind === 'asked' ? need.state !== 'new' : !waits(need.state)) return 'not-waiting'
    await changeVoice(tx, voice.id, { confirmed_at: now })
    const what = voice.kind === 'asked' ? 'need-handed-in' : 'need-seconded'
    await record(tx, { what, by: null, about: need.id, at: now })
    return null
  })
}

/** No more mails; whoever seconded still counts. The address is needed for nothing else, and forgotten. */
export const stopTelling = (db: Db, voiceId: string): Promise<void> =>
  decideAboutNeeds(db, async (tx) => void (await changeVoice(tx, voiceId, { email: null })))

/** Somebody does not stand behind a need any more. With the last of them it is withdrawn. */
export function leaveNeed(db: Db, voiceId: string, telling: Telling): Promise<void> {
  return decideAboutNeeds(db, async (tx) => {
    const voice = found(await voiceWithId(tx, voiceId), 'voice')
    const need = found(await needWithId(tx, voice.need_id), 'need')
    if (voice.left_at || !voice.confirmed_at) return
    await changeVoice(tx, voice.id, { left_at: telling.now, email: null })
    // Whoever asked is not named any longer either.
    if (voice.kind === 'asked') await removeOrganisation(tx, need.id)
    await record(tx, { what: 'need-left', by: null, about: need.id, at: telling.now })
    const isOver = !waits(need.state) && need.state !== 'new'
    if (!isOver && (await voicesBehind(tx, [need.id])).length === 0) await withdrawNeed(tx, need, telling)
  })
}
