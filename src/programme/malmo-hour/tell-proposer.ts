import { hashOf, newToken } from '#platform/ids.ts'
import { queueMail } from '#platform/mail/index.ts'
import type { Writes } from '../tables.ts'
import { proposalMail, type ProposerNews } from './proposal.mail.ts'
import { addProposalLink } from './proposals.sql.ts'
import type { UrlOf } from './turn-change.ts'

/** Writes to whoever made a proposal, with a new link, which it answers with; '' when the address is forgotten. */
export async function tellProposer(
  tx: Writes,
  { now, url }: { now: string; url: UrlOf },
  news: ProposerNews,
): Promise<string> {
  const { id, email, language } = news.proposal
  if (email === null) return ''
  const token = newToken()
  await addProposalLink(tx, { token_hash: hashOf(token), proposal_id: id, created_at: now })
  await queueMail(tx, proposalMail(email, url(language, `/presentations/${token}`), news), now)
  return token
}
