import type { Context } from 'hono'
import { coordinator, memberOf } from '#people/index.ts'
import type { HtmlEscapedString } from 'hono/utils/html'
import { found, NotFound } from '#platform/errors.ts'
import type { Answered } from '#platform/form.ts'
import { readFields, readForm, routes, type VisitEnv } from '#platform/http.ts'
import { preparedBy, type PreparedTexts } from '#platform/prepared-texts.ts'
import { newId } from '#platform/ids.ts'
import type { LettersOf } from '../sign-up/index.ts'
import type { Db } from '../tables.ts'
import { answerSwap, SwapAnswer, swapOfSide } from './answer-swap.ts'
import { askSwap, SwapForm } from './ask-swap.ts'
import { decideProposal, Decision } from './decide-proposal.ts'
import { loadTurns } from './load-turns.ts'
import { coordinatorsOf } from './office.sql.ts'
import { ProposalDeskPage } from './proposal-desk.page.tsx'
import { waitingFor } from './proposals.sql.ts'
import { ownProposal, putBack, schedulePresentation } from './schedule-presentation.ts'
import { AskSwapPage, SwapPage } from './swap.page.tsx'
import type { Acting } from './turn-change.ts'
import { comingHours, hourSeries } from './turns.sql.ts'
import { TurnsDeskPage } from './turns-desk.page.tsx'

type C = Context<VisitEnv>

const desk = '/office/series/malmo-hour'

interface TurnsOptions {
  lettersOf: LettersOf
  preparedTexts: PreparedTexts
}

/** What the office of each side does about its turns. */
export const turnsRoutes = (db: Db, { lettersOf, preparedTexts }: TurnsOptions) => {
  const proposalPage = pageOfProposal(preparedTexts)
  return routes()
    .get(`${desk}/turns`, coordinator, async (c) => {
      const series = found(await hourSeries(db), 'series')
      const side = sideOf(c)
      const [turns, waiting] = [await loadTurns(db), await waitingFor(db, side)]
      const hours = await comingHours(db, c.var.now)
      return c.html(<TurnsDeskPage visit={c.var} {...{ series, turns, side, waiting, hours }} />)
    })
    .get(`${desk}/proposals/:proposal`, coordinator, async (c) => c.html(await proposalPage(db, c)))
    .post(`${desk}/proposals/:proposal`, coordinator, async (c) => {
      const id = c.req.param('proposal')
      await ownProposal(db, sideOf(c), id)
      const { do: what, slot } = await readFields(c)
      const acting = actingAs(c, lettersOf)
      if (what === 'decide') {
        const form = await readForm(c, Decision)
        if (!form.ok) return c.html(await proposalPage(db, c, form), 422)
        return after(db, c, await decideProposal(db, acting, id, form.value), proposalPage)
      }
      if (what === 'put-back') return after(db, c, await putBack(db, acting, id), proposalPage)
      if (what !== 'schedule') throw new NotFound('something to do')
      const slotId = String(slot ?? '')
      return after(db, c, await schedulePresentation(db, acting, { proposalId: id, slotId }), proposalPage)
    })
    .get(`${desk}/swaps/new`, coordinator, async (c) => {
      const filled = { id: newId(), slot: c.req.query('slot') ?? '' }
      return c.html(await askPage(db, c, { filled }))
    })
    .post(`${desk}/swaps/new`, coordinator, async (c) => {
      const form = await readForm(c, SwapForm)
      if (!form.ok) return c.html(await askPage(db, c, form), 422)
      const refusal = await askSwap(db, actingAs(c, lettersOf), form.value)
      if (!refusal) return c.redirect(c.var.to(`${desk}/swaps/${form.value.id}`), 303)
      const answered = { filled: await readFields(c), refusal: `malmo-hour.refusal.${refusal}` }
      return c.html(await askPage(db, c, answered), 409)
    })
    .get(`${desk}/swaps/:swap`, coordinator, async (c) => c.html(await swapPage(db, c)))
    .post(`${desk}/swaps/:swap`, coordinator, async (c) => {
      const id = c.req.param('swap')
      swapOfSide(await loadTurns(db), id, sideOf(c))
      const form = await readForm(c, SwapAnswer)
      if (!form.ok) return c.html(await swapPage(db, c, form), 422)
      return after(db, c, await answerSwap(db, actingAs(c, lettersOf), id, form.value), swapPage)
    })
}

type Shown = (db: Db, c: C, answered?: Answered) => Promise<HtmlEscapedString>

/** Back to the page, or the same page with what stands in the way. */
export async function after(db: Db, c: C, refusal: string | null, page: Shown): Promise<Response> {
  if (!refusal) return c.redirect(c.var.to(c.var.path), 303)
  const answered = { filled: await readFields(c), refusal: `malmo-hour.refusal.${refusal}` }
  return c.html(await page(db, c, answered), 409)
}

/** The party that whoever acts coordinates for. */
const sideOf = (c: C): string => found(memberOf(c).party, 'party').id

export const actingAs = (c: C, lettersOf: LettersOf): Acting => ({
  ...{ by: memberOf(c), side: sideOf(c), now: c.var.now, url: lettersOf(c).url },
})

const pageOfProposal =
  (preparedTexts: PreparedTexts) =>
  async (db: Db, c: C, answered: Answered = {}) => {
    const proposal = await ownProposal(db, sideOf(c), c.req.param('proposal') ?? '')
    const series = found(await hourSeries(db), 'series')
    const turns = await loadTurns(db)
    const prepared = await preparedBy(preparedTexts, c.req.query('text'))
    return <ProposalDeskPage visit={c.var} {...{ series, turns, proposal, prepared }} {...answered} />
  }

async function askPage(db: Db, c: C, answered: Answered) {
  const series = found(await hourSeries(db), 'series')
  return (
    <AskSwapPage visit={c.var} {...{ series, turns: await loadTurns(db), side: sideOf(c) }} {...answered} />
  )
}

async function swapPage(db: Db, c: C, answered: Answered = {}) {
  const series = found(await hourSeries(db), 'series')
  const [turns, side] = [await loadTurns(db), sideOf(c)]
  const swap = swapOfSide(turns, c.req.param('swap') ?? '', side)
  const nobodyAnswers = (await coordinatorsOf(db, swap.other_party_id)).length === 0
  return <SwapPage visit={c.var} {...{ series, turns, side, swap, nobodyAnswers }} {...answered} />
}
