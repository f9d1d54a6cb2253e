export { nameArrangersAnew } from './arrangers/save-arrangers.ts'
export {
  type Applicant,
  certifyAll,
  choicesOf,
  lineOf,
  parts,
  proposeGroup,
  sizes,
  courseToTell,
  endCourseOffers,
  forgetApplicants,
  openCalls,
  remindOffered,
} from './co-creating-change/index.ts'
export {
  type EventLine,
  eventWithId,
  nextEvents,
  type ProgrammeEvent,
  seatsByCapacity,
} from './events.sql.ts'
export type { LedToOf } from './library/library-routes.tsx'
export { eventsToChooseFrom } from './events-to-choose.sql.ts'
export { keepOpenings } from './library/openings.ts'
export { fillSearchTexts, searchTextOf, wordRowsOf } from './library/search-texts.ts'
export { whoMetPart } from './who-met/event-parts.tsx'
export { added } from './who-met/balance.rules.ts'
export { metInYear } from './who-met/who-met.sql.ts'
export { QrCode } from './door/qr.page.tsx'
export { countWhoMet } from './who-met/count-who-met.ts'
export { timeOfDay, whoMet } from './who-met/who-met.rules.ts'
export { EventRows, placeInBrief } from './event-row.page.tsx'
export { type EventState, eventState, wayInFor } from './event-state.rules.ts'
export { followerLink, forgetInvited, forWhomInWords, isListed } from './invitations/index.ts'
export { createEvent } from './create-event.ts'
export { EventForm } from './event-form.ts'
export { type ChainStep, eventsRightBefore, stepsAfter } from './chains/load-chain.ts'
export { ChainLine } from './chains/chain.page.tsx'
export { loadSeries } from './load-series.ts'
export {
  forgetProposals,
  hourProposalsWaiting,
  proposalsWaiting,
  swapsWaiting,
  type TurnOfHour,
  whoseTurn,
} from './malmo-hour/index.ts'
export { type AgendaItem, loadAgenda } from './agenda/load-agenda.ts'
export { forgetSpeakers } from './agenda/forget-speakers.ts'
export {
  addressKey as needAddressKey,
  answerDueOn,
  followLunches,
  forgetVoices,
  handInNeed,
  openNeed,
  type Need as LunchNeed,
  needsDueBefore,
  lunchNeedsWaiting,
  lunchOffersWaiting,
  needsToModerate,
  offersIn,
} from './lunch-and-learn/index.ts'
export { groupsToShow } from './groups.rules.ts'
export { materialFileRoutes } from './materials/materials-routes.tsx'
export { organiser } from './organiser.ts'
export { addLinks, companionsOf, signUpOfLink } from './sign-up/sign-ups.sql.ts'
export {
  type LoadedYear,
  loadYear,
  type PlanPeriod,
  PromiseList,
  promising,
  type SeriesYear,
  standingsOf,
  thisYear,
  WheelOfYear,
  YearList,
} from './promises/index.ts'
export { type ProgrammeOptions, programmeRoutes } from './routes.tsx'
export { EvaluationSection, figuresToShow, resultsOf, showAnswers } from './evaluation/index.ts'
export { sendDueLetters, tellHowFull } from './reminders/index.ts'
export { forgetSignUps, wipeAnswers } from './questions/index.ts'
export { SeatsBar } from './seats-bar.page.tsx'
export {
  decideSeats,
  endHolds,
  type Letters,
  type LettersOf,
  offerEnd,
  organisationKey,
  releaseSeats,
  wipeNeeds,
} from './sign-up/index.ts'
export { capacities } from './sign-up/sign-up.rules.ts'
export type { ProgrammeReach, ProgrammeTables, Reads as ProgrammeReads, SeriesRow } from './tables.ts'
export { forgetSupporters } from './theme-calls/forget-supporters.ts'
export { allThemes } from './library/themes.sql.ts'
export { proposeTheme } from './theme-calls/take-part.ts'
export { keptDaysAfterCall } from './theme-calls/theme-call.rules.ts'
export { callsToSet, proposalsToRead, themeProposalsWaiting } from './theme-calls/waiting.sql.ts'
