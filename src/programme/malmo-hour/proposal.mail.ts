import { dateAndTime } from '#platform/dates.ts'
import { hashOf, newToken } from '#platform/ids.ts'
import { inLanguage } from '#platform/language.ts'
import { type Fact, queueMail } from '#platform/mail/index.ts'
import { plus } from '#platform/time.ts'
import { type Words, wordsFor } from '#platform/words.ts'
import type { Writes } from '../tables.ts'
import { sideWithId, type Slot, slotsThatCount, type Turns } from './load-turns.ts'
import { addProposalLink, type ProposalRow } from './proposals.sql.ts'
import { beginnings } from './slot.rules.ts'
import type { UrlOf } from './turn-change.ts'

/** confirm: is this your address? The others: what the office has done. */
export type ProposerLetter =
  | 'confirm'
  | 'came'
  | 'accepted'
  | 'declined'
  | 'scheduled'
  | 'put-back'
  | 'moved'

interface News {
  kind: ProposerLetter
  proposal: ProposalRow
  slot?: Slot
  turns: Turns
}

/** Writes to whoever made a proposal, with a link of their own; '' when the address is forgotten. */
export async function tellProposer(
  tx: Writes,
  { now, url }: { now: string; url: UrlOf },
  { kind, proposal, slot, turns }: News,
): Promise<string> {
  const { id, email, language, title } = proposal
  if (email === null) return ''
  const token = newToken()
  await addProposalLink(tx, { token_hash: hashOf(token), proposal_id: id, created_at: now })
  const t = wordsFor(language)
  const side = inLanguage(sideWithId(turns, proposal.party_id).name, language)
  await queueMail(
    tx,
    {
      ...{ to: email, language, about: id, confidential: true },
      subject: t(`malmo-hour.mail.${kind}.subject`, { title }),
      body: {
        greeting: t('malmo-hour.mail.greeting', { name: proposal.presenter }),
        paragraphs: [t(`malmo-hour.mail.${kind}.lead`, { title, side })],
        facts: factsOf(t, { kind, proposal, ...(slot && { slot }), turns }),
        action: {
          label: t(kind === 'confirm' ? 'malmo-hour.mail.confirm.action' : 'malmo-hour.mail.own-page'),
          url: url(language, `/presentations/${token}`),
        },
        why: t('malmo-hour.mail.why'),
      },
    },
    now,
  )
  return token
}

function factsOf(t: Words, { kind, proposal, slot, turns }: News): Fact[] {
  const facts: Fact[] = [[t('malmo-hour.mail.title'), proposal.title]]
  if (slot) {
    facts.push([t('malmo-hour.mail.hour'), inLanguage(slot.hour.title, t.language)])
    facts.push([t('malmo-hour.mail.when'), dateAndTime(t.language, slot.hour.starts_at)])
    if (kind !== 'put-back')
      facts.push([t('malmo-hour.mail.from'), dateAndTime(t.language, beginsAt(turns, slot))])
  }
  if (kind === 'declined' && proposal.because) facts.push([t('malmo-hour.mail.reason'), proposal.because])
  return facts
}

/** When a slot begins: they follow each other from the beginning of the hour. */
export function beginsAt(turns: Turns, slot: Slot): string {
  const those = slotsThatCount(turns).filter(({ eventId }) => eventId === slot.eventId)
  const index = those.findIndex(({ id }) => id === slot.id)
  const minutes = beginnings(those.map((one) => one.minutes))[index] ?? 0
  return plus(slot.hour.starts_at, { minutes })
}
