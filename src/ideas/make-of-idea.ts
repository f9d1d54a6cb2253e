import * as z from 'zod'
import { createDialogue } from '#forum/index.ts'
import { createPartnership, unsaidOfPartnership } from '#network/index.ts'
import { proposeCommitment } from '#plan/index.ts'
import { found } from '#platform/errors.ts'
import { date, paragraphs } from '#platform/form.ts'
import type { Member } from '#platform/http.ts'
import { newId } from '#platform/ids.ts'
import { languages } from '#platform/language.ts'
import { record } from '#platform/record.ts'
import { datePlus, localDate } from '#platform/time.ts'
import { wordsFor } from '#platform/words.ts'
import { createEvent, EventForm, handInNeed, openNeed, proposeTheme } from '#programme/index.ts'
import { decideAboutIdeas, type Telling } from './decide-ideas.ts'
import { refusalToMake } from './idea.rules.ts'
import { type Idea, ideaNumbered } from './ideas.sql.ts'
import { addLedTo, ledToOf } from './steps.sql.ts'
import { tellFamily } from './telling.sql.ts'
import type { Db, Tx } from './tables.ts'

/** Each is one press; where a thing needs a place to be in, that is chosen beside the button. */
const every = {
  id: z.uuid(),
  /** Pressed by somebody who has read that there is one already. */
  again: z.literal('yes').optional(),
}
export const Making = z.discriminatedUnion('make', [
  z.object({ make: z.literal('lunch-need'), ...every }),
  z.object({ make: z.literal('event'), ...every, series: z.string().min(1).max(60), date }),
  z.object({ make: z.literal('partnership'), ...every }),
  z.object({ make: z.literal('theme-proposal'), ...every, call: z.uuid() }),
  z.object({ make: z.literal('forum-theme'), ...every, event: z.uuid() }),
  z.object({
    ...{ make: z.literal('commitment'), ...every, goal: z.uuid(), due: date },
    measure: paragraphs(4000, 'ideas.mistake.measure'),
  }),
])
export type Making = z.output<typeof Making>

interface Maker extends Telling {
  by: Member
  /** The visitor's network. */
  from: string
  organizer: { name: string; email: string }
}

/**
 * Makes something of an idea with one button, and ties the two together. Each thing is made by its own room, and by its
 * own rules; it begins as a draft where such a thing does.
 */
export function makeOfIdea(db: Db, number: string, form: Making, maker: Maker): Promise<string | null> {
  return decideAboutIdeas(db, async (tx) => {
    const idea = found(await ideaNumbered(tx, number), 'idea')
    const before = await ledToOf(tx, idea.id)
    // The same form sent twice makes one thing.
    if (before.some(({ target_id }) => target_id === form.id)) return null
    const closed = refusalToMake(idea, { ...form, before: before.map(({ kind }) => kind) })
    const refusal = closed ? `ideas.refusal.${closed}` : await made(tx, idea, form, maker)
    if (refusal) return refusal
    const { by, now: at } = maker
    await addLedTo(tx, { idea: idea.id, kind: form.make, target: form.id, at, by: by.id })
    await tellFamily(tx, idea.id, at)
    const detail = { kind: form.make, target: form.id }
    await record(tx, { what: 'idea-led-to', by: by.id, about: idea.id, at, detail })
    return null
  })
}

const shortMax = 118
// So long the other parties have to say yes or no.
const answerDays = 28

/** As long as a title may be. */
const titled = ({ what, language }: Idea, max = shortMax) => ({
  [language]: what.length > max ? `${what.slice(0, max - 2)} …` : what,
})

/** Made, or the sentence that says why it was not. */
async function made(tx: Tx, idea: Idea, form: Making, maker: Maker): Promise<string | null> {
  switch (form.make) {
    case 'lunch-need': {
      const refusal = await lunchNeed(tx, idea, form.id, maker)
      return refusal && `ideas.refusal.${refusal}`
    }
    case 'event':
      await createEvent(tx, maker.by, eventForm(idea, form, maker), maker)
      return null
    case 'partnership':
      await createPartnership(tx, maker.by, partnershipOf(idea, form.id), maker.now)
      return null
    case 'theme-proposal': {
      const refusal = await themeProposal(tx, idea, form, maker)
      return refusal && `ideas.refusal.theme-${refusal}`
    }
    case 'forum-theme': {
      const refusal = await forumTheme(tx, idea, form, maker)
      return refusal && `ideas.refusal.forum-${refusal}`
    }
    case 'commitment':
      return commitment(tx, idea, form, maker)
  }
}

async function lunchNeed(tx: Tx, { what, why, language }: Idea, id: string, maker: Maker) {
  const { by, from } = maker
  const words = what.length > 200 ? `${what.slice(0, 198)} …` : what
  const form = { id, words, why: why.slice(0, 1000), organisation: null, language }
  const sender = { email: by.email, isKnown: true, from: `office ${from}` }
  const refusal = await handInNeed(tx, form, sender, maker)
  // The office has read it already.
  return refusal ?? openNeed(tx, by, id, { do: 'open', words: {} }, maker)
}

/** A draft with what an event has to have; the office fills in the rest. */
function eventForm(idea: Idea, form: Extract<Making, { make: 'event' }>, { by }: Maker): EventForm {
  const t = wordsFor(idea.language)
  return EventForm.parse({
    ...{ id: form.id, series: form.series, title: titled(idea) },
    lead: { [idea.language]: t('ideas.make.lead', { number: idea.number }) },
    ...{ date: form.date, starts: '12:00', ends: '13:30', spoken: ['sv'], capacity: 40 },
    place_name: (idea.place ?? t('ideas.make.place')).slice(0, 120),
    organisers: `${by.name.replaceAll(/[<>\n;]/g, ' ')} <${by.email}>`,
  })
}

/** Planned: it has begun once it has parties, and somebody of the office has set it going. */
function partnershipOf(idea: Idea, id: string) {
  const lead = { [idea.language]: idea.why.length > 500 ? `${idea.why.slice(0, 498)} …` : idea.why }
  const t = wordsFor(idea.language)
  return {
    ...unsaidOfPartnership,
    ...{ id, kind: 'partnership' as const, name: titled(idea, 200), lead },
    part: { [idea.language]: t('ideas.make.part', { number: idea.number }) },
    state: 'planned' as const,
  }
}

function themeProposal(
  tx: Tx,
  { what, why, language }: Idea,
  { id, call }: Extract<Making, { make: 'theme-proposal' }>,
  { by, now, url, from }: Maker,
) {
  const t = wordsFor(language)
  const capacity = by.party?.key === 'city' ? ('civil-servant' as const) : ('civil-society' as const)
  const form = {
    ...{ id, title: what.length > 120 ? `${what.slice(0, 118)} …` : what, why: why.slice(0, 1000), language },
    ...{ who: t('ideas.make.who'), email: by.email, capacity, wants_news: false },
  }
  const taking = { now, url, from: `office ${from}`, language, isKnown: true }
  return proposeTheme(tx, call, form, taking)
}

/** Proposed as a change of the plan: it is promised when every party has said yes. */
async function commitment(
  tx: Tx,
  idea: Idea,
  { id, goal, due, measure }: Extract<Making, { make: 'commitment' }>,
  { by, now, url }: Maker,
) {
  const reason = Object.fromEntries(
    languages.map((language) => [language, wordsFor(language)('ideas.make.reason', { number: idea.number })]),
  )
  const promise = {
    ...{ id, goal, due, title: titled(idea, 200), what: { [idea.language]: idea.why } },
    ...{ measure: { [idea.language]: measure }, parties: by.party ? [by.party.id] : [], organisationIds: [] },
    ...{ recommendationId: null, revisionId: newId(), reason },
    decideBy: datePlus(localDate(now), answerDays),
  }
  const { refusal } = await proposeCommitment(tx, by, promise, { now, url })
  return refusal && `revisions.refusal.${refusal}`
}

function forumTheme(
  tx: Tx,
  idea: Idea,
  { id, event }: Extract<Making, { make: 'forum-theme' }>,
  { by, now }: Maker,
) {
  const form = { id, title: titled(idea), lead: { [idea.language]: idea.why.slice(0, 400) } }
  const last = { last_day: datePlus(localDate(now), 14), last_time: '12:00' }
  return createDialogue(tx, event, { ...form, ...last }, { by, now })
}
