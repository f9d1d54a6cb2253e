import * as z from 'zod'
import { found } from '#platform/errors.ts'
import { emailAddress, line, optionalWebAddress, paragraphs } from '#platform/form.ts'
import { hashOf } from '#platform/ids.ts'
import { languages } from '#platform/language.ts'
import { withinLimits } from '#platform/limits.ts'
import { record } from '#platform/record.ts'
import type { Instant } from '#platform/time.ts'
import type { Db } from '../tables.ts'
import { proposalKinds, proposalsPerAddress, proposalsPerNetwork } from './proposal.rules.ts'
import { tellProposer } from './tell-proposer.ts'
import { addProposal, proposalWithId } from './proposals.sql.ts'
import { decideTurns, type UrlOf } from './turn-change.ts'

/** What is presented, in the words of whoever presents. Mistakes are listed in this order, which is that of the form. */
export const ProposalText = z.object({
  title: line(120, 'malmo-hour.mistake.title'),
  kind: z.enum(proposalKinds, 'malmo-hour.mistake.kind'),
  learn: paragraphs(1000, 'malmo-hour.mistake.learn'),
  presenter: line(200, 'malmo-hour.mistake.presenter'),
  url: optionalWebAddress,
})
export type ProposalText = z.output<typeof ProposalText>

export const ProposalForm = z.object({
  /** Made with the form, so that one sent twice proposes once. */
  id: z.uuid(),
  side: z.string('malmo-hour.mistake.side').min(1, 'malmo-hour.mistake.side').max(60),
  ...ProposalText.shape,
  email: emailAddress,
  language: z.enum(languages, 'malmo-hour.mistake.language'),
})
export type ProposalForm = z.output<typeof ProposalForm>

interface Asked {
  /** The visitor's network. */
  from: string
  /** The address is that of whoever is signed in. */
  isKnown: boolean
  now: Instant
  url: UrlOf
}

/**
 * Somebody proposes to present, for a side. A stranger's proposal reaches the office once the owner of the address has
 * said yes. Answers with the link in the mail.
 */
export function propose(db: Db, form: ProposalForm, { from, isKnown, now, url }: Asked) {
  return decideTurns(
    db,
    async (tx, turns): Promise<{ refusal: 'too-many' } | { refusal: null; token: string }> => {
      const { id, side, email, ...text } = form
      found(
        turns.sides.find((one) => one.id === side),
        'side',
      )
      const limits = [
        { key: `hour-proposal:network:${from}`, ...proposalsPerNetwork },
        { key: `hour-proposal:address:${hashOf(email)}`, ...proposalsPerAddress },
      ]
      if (!(await withinLimits(tx, limits, now))) return { refusal: 'too-many' }
      const unanswered = { decided_at: null, decided_by: null, because: null, slot_id: null }
      const isNew = await addProposal(tx, {
        ...{ id, party_id: side, email, ...text, ...unanswered, scheduled_at: null, withdrawn_at: null },
        ...{ state: isKnown ? 'waiting' : 'unconfirmed', asked_at: now, confirmed_at: isKnown ? now : null },
        forgotten_at: null,
      })
      if (!isNew) return { refusal: null, token: '' }
      const proposal = found(await proposalWithId(tx, id), 'proposal')
      if (isKnown) await record(tx, { what: 'hour-proposal-came', by: null, about: id, at: now })
      const kind = isKnown ? 'came' : 'confirm'
      return { refusal: null, token: await tellProposer(tx, { now, url }, { kind, proposal, turns }) }
    },
  )
}
