import * as z from 'zod'
import { answersTo, type JointDecision, openDecisions, partiesOn } from '#people/index.ts'
import { signatoriesIn } from '#plan/index.ts'
import { nameAtStart } from '#platform/language-words.ts'
import { daysBetween, localDate } from '#platform/time.ts'
import { urgencyOfWaiting } from './agreement.rules.ts'
import { type Asked, type DeskItem, perKind } from './desk-item.ts'

/** What all parties decide together, and the reader's own has not answered yet. */
export async function jointDecisionItems({ db, t, now, party }: Asked): Promise<DeskItem[]> {
  const today = localDate(now)
  const joined = await partiesOn(db, today)
  if (party === undefined || !joined.some(({ id }) => id === party)) return []
  const open = await openDecisions(db)
  if (open.length === 0) return []
  const ids = open.map(({ id }) => id)
  const ours = (await answersTo(db, ids)).filter(({ party_id }) => party_id === party)
  const answered = new Set(ours.map(({ decision_id }) => decision_id))
  return open
    .filter(({ id }) => !answered.has(id))
    .map((decision) => ({
      urgency: urgencyOfWaiting(daysBetween(localDate(decision.made_at), today)),
      ...{ at: decision.made_at, path: pathOf(decision), owedBy: [party] },
      text: t(`office.desk.joint.${decision.kind}`, {
        party: nameAtStart(decision.party_name, t.language),
        number: numberOf(decision),
      }),
    }))
}

const Numbered = z.object({ number: z.number() })

/** Goals and versions of the agreement have a number; a party that is to come has none. */
const numberOf = ({ what }: JointDecision): number => Numbered.safeParse(what).data?.number ?? 0

function pathOf(decision: JointDecision): string {
  const number = numberOf(decision)
  switch (decision.kind) {
    case 'adopt-goal':
      return `/office/goals/${number}/adopt`
    case 'close-goal':
      return `/office/goals/${number}/close`
    case 'adopt-agreement':
      return `/office/agreement/versions/${number}`
    case 'take-in-party':
      return `/office/parties/new/${decision.id}`
  }
}

/** Organisations that have asked to join, and wait for an answer. */
export async function waitingSignatoryItems({ db, t, now }: Asked): Promise<DeskItem[]> {
  const today = localDate(now)
  const waiting = (await signatoriesIn(db, ['waiting'])).toReversed().slice(0, perKind)
  return waiting.map(({ id, organisation_name, confirmed_at, asked_at }) => {
    const at = confirmed_at ?? asked_at
    return {
      ...{ at, urgency: urgencyOfWaiting(daysBetween(localDate(at), today)) },
      text: t('office.desk.signatory-waiting', { organisation: organisation_name }),
      path: `/office/agreement/signatories/${id}`,
    }
  })
}
