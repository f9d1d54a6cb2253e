import { dateAndTime } from '#platform/dates.ts'
import { inLanguage } from '#platform/language.ts'
import type { Fact, Mail } from '#platform/mail/index.ts'
import { type Words, wordsFor } from '#platform/words.ts'
import { sideWithId, type Slot, type Turns } from './load-turns.ts'
import type { ProposalRow } from './proposals.sql.ts'
import { beginsAt } from './slot-times.ts'

/** confirm: is this your address? The others: what the office has done. */
export type ProposerLetter = 'confirm' | 'came' | 'accepted' | 'declined' | 'scheduled' | 'put-back' | 'moved'

export interface ProposerNews {
  kind: ProposerLetter
  proposal: ProposalRow
  slot?: Slot
  turns: Turns
}

/** A letter to whoever made a proposal, with a link of their own. */
export function proposalMail(to: string, url: string, { kind, proposal, slot, turns }: ProposerNews): Mail {
  const { id, language, title } = proposal
  const t = wordsFor(language)
  const side = inLanguage(sideWithId(turns, proposal.party_id).name, language)
  return {
    ...{ to, language, about: id, confidential: true },
    subject: t(`malmo-hour.mail.${kind}.subject`, { title }),
    body: {
      greeting: t('malmo-hour.mail.greeting', { name: proposal.presenter }),
      paragraphs: [t(`malmo-hour.mail.${kind}.lead`, { title, side })],
      facts: factsOf(t, { kind, proposal, ...(slot && { slot }), turns }),
      action: {
        label: t(kind === 'confirm' ? 'malmo-hour.mail.confirm.action' : 'malmo-hour.mail.own-page'),
        url,
      },
      why: t('malmo-hour.mail.why'),
    },
  }
}

function factsOf(t: Words, { kind, proposal, slot, turns }: ProposerNews): Fact[] {
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
