import { uploadsIn } from '#platform/files.ts'
import { keepPicture } from '#platform/pictures.ts'
import type { Instant } from '#platform/time.ts'
import { addChains } from './chain-rows.ts'
import { chanceFrom } from './chance.ts'
import { drawPicture } from './draw-picture.ts'
import { addDialogues, finishMaps } from './dialogue-rows.ts'
import { addEvaluations } from './evaluation-rows.ts'
import { addEvents, addYearBefore, type Held } from './event-rows.ts'
import { addForumDay } from './day-rows.ts'
import { addCourses } from './course-rows.ts'
import { finishAgreement } from './finish-agreement.ts'
import { finishCourses } from './finish-courses.ts'
import { chooseFocusAreas, finishFocusAreas } from './focus-rows.ts'
import { addHarvest } from './harvest-rows.ts'
import { finishTableNotes } from './finish-table-notes.ts'
import { finishIdeas } from './ideas.sql.ts'
import { addIdeas } from './idea-rows.ts'
import { finishYourTables } from './finish-your-tables.ts'
import { addQuestionsAsked } from './inbox-rows.ts'
import { addInvitations } from './invitation-rows.ts'
import { addLists } from './list-rows.ts'
import { addLettersSent } from './letter-rows.ts'
import { addLibrary } from './library-rows.ts'
import { addMails } from './mail-rows.ts'
import { finishPartnerships } from './partnership-rows.ts'
import { addNextPlan } from './next-plan-rows.ts'
import { addMaterials, addProgrammes } from './meeting-rows.ts'
import { addNeedsOffers } from './need-offer-rows.ts'
import { addNeeds, finishNeeds } from './need-rows.ts'
import { addNews } from './news-rows.ts'
import { addNote, finishNotes } from './note-rows.ts'
import { addActing } from './acting-rows.ts'
import { addOrganisations } from './organisation-rows.ts'
import { addPartners } from './partner-rows.ts'
import { addStaff, inventedPeople, type Staff } from './people-rows.ts'
import { addCommitments, finishPlan } from './plan-rows.ts'
import { addQuestions, forgetNames } from './question-rows.ts'
import { addPromises } from './promise-rows.ts'
import { addRecommendations } from './result-rows.ts'
import { numberByDay } from './revision-rows.ts'
import { sampleContent } from './sample-content.ts'
import { tellOfFullness } from './seat-rows.ts'
import { addSurveys } from './survey-rows.ts'
import { addTurns } from './turn-rows.ts'
import { addSeatings } from './seating-rows.ts'
import { changeLate, finishEncounters, whoSatWithWhom } from './seats-after.ts'
import { addSignUps } from './sign-up-rows.ts'
import { fillSteeringGroup } from './steering-rows.ts'
import { endPromise, insertRows, setRecommendationCounter, startingContent } from './starting-content.sql.ts'
import type { Db } from './tables.ts'
import { addWhoMet } from './who-met-rows.ts'
import { addTableQuestions } from './table-question-rows.ts'
import { addThemeCalls } from './theme-rows.ts'
import { newYear, type Year } from './year.ts'
import { addYearReports } from './year-report-rows.ts'

interface Options {
  now: Instant
  dataDir: string
  baseUrl: string
  /** Another seed makes another year out of the same texts. */
  seed?: number
}

/**
 * Fills in a year of meetings around today, into a database that holds the starting content and nothing else. It runs
 * in the caller's transaction, so that there is a whole year or none.
 */
export async function fillSampleYear(tx: Db, { now, dataDir, baseUrl, seed = 2014 }: Options): Promise<void> {
  // Drawn on another thread while the year is made up.
  const drawing = drawPicture()
  const content = sampleContent()
  const year = newYear({ now, chance: chanceFrom(seed), content, found: await startingContent(tx) })
  const staff = addStaff(year)
  addOrganisations(year)
  const people = inventedPeople(year)
  const around = addEvents(year, staff)
  const comeTo = (event: Held): void => {
    addSignUps(year, event, people)
    addInvitations(year, event, people)
  }
  around.forEach(comeTo)
  const before = addYearBefore(year, staff, around)
  before.forEach(comeTo)
  const events = [...before, ...around]
  tellOfFullness(year)
  addSeatings(year, events)
  changeLate(year, events)
  const encounters = whoSatWithWhom(year, events)
  addBeforeEvents(year, events, { staff, people })
  const approved = events.flatMap((event) => addNote(year, event, staff))
  addProgrammes(year, events)
  addTurns(year, events, staff)
  addForumDay(year, events)
  await addMaterials(year, events, { tx, uploads: uploadsIn(dataDir) })
  const courses = addCourses(year, events, { staff, people })
  const recommendations = addRecommendations(year, events)
  addHarvest(year, events)
  const plan = addCommitments(year, staff, recommendations)
  const focus = chooseFocusAreas(year, staff)
  addNextPlan(year, staff, plan.changed)
  for (const ended of addPromises(year, staff, events)) await endPromise(tx, ended)
  const pictureId = await keepPicture(tx, uploadsIn(dataDir), await drawing, now)
  addNews(year, staff, people, pictureId)
  tellAfterwards(year, events, baseUrl)
  const [needs, ideas] = [addNeeds(year, staff, people, events), addIdeas(year, staff, people, events)]
  addDialogues(year, events, staff)
  addTableQuestions(year, events)
  numberByDay(year)
  await insertRows(tx, year.rows, year.endings)
  await finishPartnerships(tx, year)
  await finishPlan(tx, plan)
  await finishFocusAreas(tx, year, staff, focus)
  await fillSteeringGroup(tx, year, staff)
  await finishMaps(tx, year)
  await finishNotes(tx, approved)
  await finishEncounters(tx, encounters)
  await finishTableNotes(tx, events, { uploads: uploadsIn(dataDir) })
  await finishYourTables(tx, events, { now, baseUrl })
  await finishCourses(tx, courses, { now, baseUrl })
  await finishNeeds(tx, needs)
  await finishIdeas(tx, ideas)
  await addActing(tx, year, staff)
  await addNeedsOffers(tx, year, staff)
  await finishAgreement(tx, year, { staff, uploads: uploadsIn(dataDir) })
  await setRecommendationCounter(tx, recommendations.length)
  await lookBack(tx, year, staff)
}

type Others = Parameters<typeof addThemeCalls>[2]

/** What leads to events: chains of them, calls for themes, questions to those who sign up. */
function addBeforeEvents(year: Year, events: readonly Held[], others: Others): void {
  addChains(year, events, others.staff)
  addThemeCalls(year, events, others)
  addQuestions(year, events)
}

/** Letters, evaluations, recordings and who met: what events leave behind. */
function tellAfterwards(year: Year, events: readonly Held[], baseUrl: string): void {
  addMails(year, events, baseUrl)
  addLettersSent(year, events)
  addEvaluations(year, events)
  addLibrary(year, events)
  addWhoMet(year)
  forgetNames(year)
}

/** What is asked and told of whole years, once everything else stands. */
async function lookBack(tx: Db, year: Year, staff: Staff): Promise<void> {
  await addPartners(tx, year, staff)
  await addLists(tx, year, staff)
  await addQuestionsAsked(tx, year, staff)
  await addSurveys(tx, year, staff)
  await addYearReports(tx, year, staff)
}
