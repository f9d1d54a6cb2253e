import type { Member } from '#platform/http.ts'
import type { AllTables } from '../../src/tables.ts'
import { aMember } from '../cast.ts'
import type { World } from '../world.ts'
import { answerLinks } from './answer-links.ts'
import { agreementPlaces } from './agreement-places.ts'
import { aQuestion } from './a-question.ts'
import { coursePlaces } from './course-places.ts'
import { inTheLibrary } from './in-the-library.ts'
import { opinionPlaces } from './opinion-places.ts'
import { ideaPlaces } from './idea-places.ts'
import { inboxPlaces } from './inbox-places.ts'
import { partnerPlaces } from './partner-places.ts'
import { organisationPlaces } from './organisation-places.ts'
import { networkPlaces } from './network-places.ts'
import { needOfferPlaces } from './need-offer-places.ts'
import { needPlaces } from './need-link.ts'
import { dialoguePlaces } from './dialogue-places.ts'
import { hourLinks } from './hour-links.ts'
import { correctionOf, minutesLink } from './minutes-link.ts'
import { type Row, rowOf } from './row-of.ts'
import { secrets } from './secrets.ts'
import { tablePlaces } from './table-places.ts'
import { wallLinks } from './wall-link.ts'
import { seatingPlaces } from './seating-places.ts'
import { steeringPlaces } from './steering-places.ts'
import { themePlaces } from './theme-places.ts'
import { nextPlanPlaces } from './next-plan-places.ts'

/** The people who walk, and where they come by. */
export interface Facts {
  /** Looks after the event that stands in the addresses. */
  organiser: Member
  /** Looks after another event. */
  otherOrganiser: Member
  city: string
  civilSociety: string
  /** The address of a row of the table, with things of the sample year in it. */
  addressOf(pattern: string): string
}

export async function factsOf(world: World): Promise<Facts> {
  const handedOver = 'select id, number, event_id from recommendation where handed_over_on is not null'
  const asked = await rowOf(world, handedOver)
  const open = await openEvent(world)
  const organiser = await aMember(world.database, 'Klara')
  const otherOrganiser = await aMember(world.database, 'Omar')
  const theirs = [
    { event_id: asked['event_id'] ?? '', person_id: organiser.id },
    { event_id: open['id'] ?? '', person_id: otherOrganiser.id },
  ]
  await world.database.as<AllTables>().insertInto('event_organiser').values(theirs).execute()
  const parts = Object.entries({
    ...(await nextPlanPlaces(world)),
    ...(await steeringPlaces(world)),
    ...(await tablePlaces(world, open, asked, organiser.id)),
    ...(await dialoguePlaces(world, asked['event_id'] ?? '', organiser)),
    ...(await hourLinks(world, organiser.id, (query) => rowOf(world, query))),
    ...(await answerLinks(world)),
    ...(await seatingPlaces(world, asked['event_id'] ?? '', organiser.id)),
    ...(await places(world, asked, open, organiser)),
    ...(await secrets(world, organiser.id, open)),
    ...(await wallLinks(world, asked['event_id'] ?? '', organiser.id)),
    '/minutes/:token': `/minutes/${await minutesLink(world, await rowOf(world, correctionOf(asked)))}`,
  })
  return {
    ...{ organiser, otherOrganiser },
    city: await coordinatorOf(world, 'city'),
    civilSociety: await coordinatorOf(world, 'civil-society'),
    addressOf(pattern) {
      const address = parts.reduce((text, [part, value]) => text.replace(part, value), pattern)
      if (/[:*{]/.test(address)) throw new Error(`the walk does not know what stands in ${pattern}`)
      const isOutside = /^\/(health|assets|pictures|materials)(\/|$)/.test(address)
      return isOutside ? address : `/sv${address === '/' ? '' : address}`
    },
  }
}

// The city's own, and waiting for the other party's answer.
const openRevision = `select number from revision where state = 'proposed'`

export const openEvent = (world: World): Promise<Row> =>
  rowOf(
    world,
    `select id, slug from event where published_at is not null and cancelled_at is null
      and sign_up_closes_at > '${world.clock.now}' and seats_taken < capacity order by id`,
  )

const coordinatorOf = async (world: World, party: string): Promise<string> => {
  const from = 'select person_id from coordinator join party on party.id = coordinator.party_id'
  return (await rowOf(world, `${from} where party.key = '${party}'`))['person_id'] ?? ''
}

/** What stands in which part of an address; the longer part first. */
async function places(world: World, asked: Row, open: Row, organiser: Member): Promise<Row> {
  const of = (query: string): Promise<Row> => rowOf(world, query)
  const organisation = await of('select id, slug from organisation')
  const partnership = await of('select id, slug from partnership')
  const news = await of('select id, slug from announcement where published_at is not null')
  const page = await of('select key from page')
  const picture = await of('select id from picture')
  const theirs = `event_id = '${asked['event_id']}'`
  const material = await of(`select material.id, name from material
    join stored_file on stored_file.id = file_id where published_at is not null and ${theirs}`)
  return {
    ':item': (await of(`select id from programme_item where ${theirs}`))['id'] ?? '',
    ':speaker': (await of(`select id from speaker where ${theirs}`))['id'] ?? '',
    ':correction': (await of(correctionOf(asked)))['id'] ?? '',
    ...{ ':material': material['id'] ?? '', ':name': material['name'] ?? '' },
    ...(await coursePlaces(world)),
    '/questions/:question': `/questions/${await aQuestion(world, asked['event_id'] ?? '')}`,
    '/ask/:signUp': `/ask/${(await of(`select id from sign_up where state = 'seat' and ${theirs}`))['id']}`,
    '/print/:print': '/print/list',
    '/office/events/:id': `/office/events/${asked['event_id']}`,
    '/harvest/:group': `/harvest/${(await of(`select id from harvest_group where ${theirs}`))['id']}`,
    '/reports/:slug': `/reports/${(await of(`select slug from event where id = '${asked['event_id']}'`))['slug']}`,
    '/office/recommendations/:id': `/office/recommendations/${asked['id']}`,
    '/recommendations/:recommendation': `/recommendations/${asked['id']}`,
    '/recommendations/:number': `/recommendations/${asked['number']}`,
    '/thread/:kind/:key': `/thread/recommendation/${asked['number']}`,
    ...(await inTheLibrary(of)),
    ...(await needOfferPlaces(world, organiser)),
    ...(await needPlaces(world)),
    ...(await ideaPlaces(world)),
    ...(await inboxPlaces(world)),
    ...(await partnerPlaces(world)),
    ...(await networkPlaces(world)),
    ...(await organisationPlaces(world)),
    ...(await opinionPlaces(world, asked['event_id'] ?? '')),
    '/events/:slug': `/events/${open['slug']}`,
    ...{ '/missed/:year': '/missed/2025', '/year/:year': '/year/2026' },
    ...(await themePlaces(world)),
    '/series/:key': `/series/${(await of('select key from series'))['key']}`,
    '/periods/:slug': `/periods/${(await of('select slug from plan'))['slug']}`,
    '/plans/:slug': `/plans/${(await of('select slug from plan'))['slug']}`,
    '/goals/:number': '/goals/1',
    '/on/:day': `/on/${(await of('select starts_on from plan'))['starts_on']}`,
    '/revisions/:number': `/revisions/${(await of(openRevision))['number']}`,
    ...(await agreementPlaces(world, of)),
    '/commitments/:number': `/commitments/${(await of('select number from commitment'))['number']}`,
    '/network/organisations/:slug': `/network/organisations/${organisation['slug']}`,
    '/network/organisations/:id': `/network/organisations/${organisation['id']}`,
    '/network/partnerships/:id': `/network/partnerships/${partnership['id']}`,
    '/network/:slug': `/network/${partnership['slug']}`,
    '/office/news/:id': `/office/news/${news['id']}`,
    '/news/:slug': `/news/${news['slug']}`,
    '/pages/:key': `/pages/${page['key']}`,
    '/about/:key': `/about/${page['key']}`,
    '/coordinators/:id': `/coordinators/${(await of('select id from coordinator where until is null'))['id']}`,
    '/mails/:id': `/mails/${(await of('select id from mail'))['id']}`,
    ...{ '/sample/:role': '/sample/city', '/assets/*': '/assets/none.css' },
    ':file{[0-9a-f-]+\\.webp}': `${picture['id']}.webp`,
  }
}
