import type { DbOf } from '#platform/handle.ts'
import { Hono } from 'hono'
import { aboutRoutes } from '#about/index.ts'
import { eventParts, forumRoutes } from '#forum/index.ts'
import { homeRoutes } from '#home/index.ts'
import { ideaRoutes, takesLargeForms } from '#ideas/index.ts'
import { partnerRoutes, takesLargeAgreements } from '#partners/index.ts'
import { BegunHere, networkRoutes, organisationsActedFor, partnershipsFromEvent } from '#network/index.ts'
import { FollowSeries, newsRoutes } from '#news/index.ts'
import { answerTexts, officeRoutes } from '#office/index.ts'
import { memberVisiting, peopleRoutes } from '#people/index.ts'
import { inLanguage } from '#platform/language.ts'
import { type Database } from '#platform/db.ts'
import type { Visit, VisitEnv } from '#platform/http.ts'
import type { Log } from '#platform/log.ts'
import { addressOf } from '#platform/mail/index.ts'
import { uploadsIn } from '#platform/files.ts'
import { pictureRoutes } from '#platform/pictures.ts'
import type { Settings } from '#platform/settings.ts'
import { builtAssets, staticFiles } from '#platform/static-files.ts'
import { type Clock, localDate } from '#platform/time.ts'
import { languagePattern, web } from '#platform/web.tsx'
import {
  commitmentLinks,
  decidedAboutNumber,
  isYearHeld,
  lastAskedOn,
  outcomePart,
  planRoutes,
  plans,
  proposalFrom,
} from '#plan/index.ts'
import {
  eventWithId,
  type LettersOf,
  materialFileRoutes,
  organiser,
  programmeRoutes,
} from '#programme/index.ts'
import { exampleThread, ledToPart, threadPart, threadRoutes } from '#thread/index.ts'
import type { InstallationKind } from './installation.sql.ts'
import { besideNetwork } from './beside-network.ts'
import { organisationMerging } from './organisation-pointers.ts'
import { site } from './site.ts'
import type { AllTables } from './tables.ts'

interface Options {
  database: Database
  settings: Settings
  clock: Clock
  log: Log
  kind: InstallationKind
  /** Ends answers that stay open, when the process is told to stop. */
  ending?: AbortSignal
  /** Where the built styles are; read from the build unless said. */
  assets?: Record<string, string>
}

/** The table of contents: the frame around every request, and the slices in it. */
export function createApp({
  database,
  settings,
  clock,
  log,
  kind,
  ending = new AbortController().signal,
  assets = builtAssets(),
}: Options): Hono<VisitEnv> {
  const { baseUrl, trustedProxies } = settings
  const app = web({
    ...{ baseUrl, trustedProxies, clock, log },
    site: site({ kind, hasMailServer: settings.smtpUrl !== undefined, assets }),
    memberVisiting: (c) => memberVisiting(database.as(), c),
    readsItself: (path) => takesLargeForms(path) || takesLargeAgreements(path),
  })
  app.get('/health', async (c) => {
    // Ready means that the database answers.
    await database.version()
    return c.json({ status: 'ok' })
  })
  app.get('/assets/*', staticFiles())
  const uploads = uploadsIn(settings.dataDir)
  app.route('/', pictureRoutes(database.as(), uploads))
  app.route('/', materialFileRoutes(database.as(), uploads))
  app.route(languagePattern, slices({ database, settings, kind, clock, ending }))
  return app
}

/** What the steering group has decided about something stands before the thread that it is part of. */
function threadWithDecisions(db: DbOf<AllTables>): ReturnType<typeof threadPart> {
  const [threadOf, decidedAbout] = [threadPart(db), decidedAboutNumber(db)]
  return async (visit, kind, key) => {
    const isDecidedOn = kind === 'recommendation' || kind === 'commitment'
    const decided = isDecidedOn ? await decidedAbout(visit, kind, Number(key)) : null
    const thread = await threadOf(visit, kind, key)
    if (!decided) return thread
    return (
      <>
        {decided}
        {thread}
      </>
    )
  }
}

/** Partners stand below the plan: what its reports say of them is handed down. */
const partners = (db: DbOf<AllTables>, uploads: string): Hono<VisitEnv> =>
  partnerRoutes(db, {
    uploads,
    isYearClosed: (year) => isYearHeld(db, year),
    outcomeOf: outcomePart(db),
    preparedTexts: () => answerTexts(db),
  })

/** Which changes wait for answers is known above people: a transaction of theirs reads all tables all the same. */
const people = (db: DbOf<AllTables>, baseUrl: string): Hono<VisitEnv> =>
  peopleRoutes(
    db,
    (path) => `${baseUrl}${path}`,
    (tx) => lastAskedOn(tx as unknown as DbOf<AllTables>),
    async ({ t, language, now }, personId) =>
      (await organisationsActedFor(db, personId, localDate(now))).map(({ name, post }) =>
        t('people.account.acts-for', {
          post: t(`organisations.post.${post}`),
          name: inLanguage(name, language),
        }),
      ),
  )

/** What began at an event, and its thread. */
function afterOf(db: DbOf<AllTables>, threadOf: ReturnType<typeof threadPart>) {
  return async (visit: Visit, eventId: string) => {
    const event = await eventWithId(db, eventId)
    if (!event) return null
    const begun = await partnershipsFromEvent(db, eventId)
    return (
      <>
        <BegunHere visit={visit} eventId={eventId} list={begun} />
        {await threadOf(visit, 'event', event.slug)}
      </>
    )
  }
}

/** Every slice, and what the upper ones show on the pages of the lower ones. */
function slices(given: Required<Omit<Options, 'log' | 'assets'>>): Hono<VisitEnv> {
  const { database, settings, kind, clock, ending } = given
  const { baseUrl, mailFrom, smtpUrl, dataDir } = settings
  const db = database.as<AllTables>()
  const commitmentOf = commitmentLinks(db)
  const threadOf = threadWithDecisions(db)
  const showsLinks = kind === 'sample' && smtpUrl === undefined
  const urlOf = (language: string, path: string): string => `${baseUrl}/${language}${path}`
  const lettersOf: LettersOf = (c) => ({
    now: c.get('now'),
    url: urlOf,
    organizer: addressOf(mailFrom),
  })
  const threadOfEvent = afterOf(db, threadOf)
  const preparedTexts = () => answerTexts(db)
  return new Hono<VisitEnv>()
    .route('/', homeRoutes(db, { exampleThread: exampleThread(db) }))
    .route('/', people(db, baseUrl))
    .route(
      '/',
      programmeRoutes(db, {
        lettersOf,
        uploads: uploadsIn(dataDir),
        showsLinks,
        ...eventParts(db, commitmentOf),
        thread: threadOfEvent,
        plans: () => plans(db),
        ledTo: ledToPart(db),
        preparedTexts,
        followSeries: (visit, series) => <FollowSeries visit={visit} series={series} />,
      }),
    )
    .route(
      '/',
      forumRoutes(db, {
        organiser: organiser(db),
        uploads: uploadsIn(dataDir),
        url: urlOf,
        showsLinks,
        clock,
        ending,
        commitmentOf,
        proposalFrom: (id) => proposalFrom(db, id),
        threadOf,
      }),
    )
    .route('/', planRoutes(db, { url: urlOf, threadOf, showsLinks, uploads: uploadsIn(dataDir) }))
    .route('/', threadRoutes(db, urlOf))
    .route('/', partners(db, uploadsIn(dataDir)))
    .route('/', networkRoutes(db, besideNetwork(db), { merging: organisationMerging, preparedTexts }))
    .route('/', ideaRoutes(db, { uploads: uploadsIn(dataDir), lettersOf, preparedTexts }))
    .route('/', newsRoutes(db, { baseUrl, dataDir }))
    .route('/', aboutRoutes(db))
    .route('/', officeRoutes(db, { hasMailServer: smtpUrl !== undefined }))
}
