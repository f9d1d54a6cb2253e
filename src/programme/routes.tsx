import { routes } from '#platform/http.ts'
import type { PreparedTexts } from '#platform/prepared-texts.ts'
import { doorRoutes } from './door/index.ts'
import { paperRoutes } from './paper/index.ts'
import { arrangersRoutes } from './arrangers/arrangers-routes.tsx'
import { applicationRoutes, courseOfficeRoutes, courseRoutes } from './co-creating-change/index.ts'
import { agendaRoutes } from './agenda/agenda-routes.tsx'
import { chainRoutes } from './chains/chain-routes.tsx'
import { workshopRoutes } from './chains/workshop-routes.tsx'
import { copyRoutes } from './copy/copy-routes.tsx'
import { type LedToOf, libraryRoutes } from './library/library-routes.tsx'
import { themesRoutes } from './library/themes-routes.tsx'
import { malmoHourRoutes } from './malmo-hour/index.ts'
import { materialsRoutes } from './materials/materials-routes.tsx'
import { invitationOfficeRoutes, invitationRoutes } from './invitations/index.ts'
import { missingRoutes } from './invitations/missing-routes.tsx'
import { type OfficeOptions, officeRoutes } from './office-routes.tsx'
import { mineRoutes, needRoutes, officeNeedRoutes } from './lunch-and-learn/index.ts'
import { evaluationRoutes } from './evaluation/index.ts'
import { mailsRoutes } from './reminders/index.ts'
import { publicRoutes, type Slots } from './public-routes.tsx'
import { promiseRoutes, yearRoutes } from './promises/index.ts'
import { needsRoutes, questionRoutes } from './questions/index.ts'
import { seatsRoutes } from './seats/seats-routes.tsx'
import { seriesRoutes } from './series-routes.tsx'
import { listRoutes, type SignUpOptions, signUpRoutes } from './sign-up/index.ts'
import type { Db } from './tables.ts'
import { themeOfficeRoutes } from './theme-calls/office-routes.tsx'
import { themeRoutes } from './theme-calls/theme-routes.tsx'
import { wishRoutes } from './theme-calls/wish-routes.tsx'
import { waitingListRoutes } from './waiting-list/waiting-list-routes.tsx'
import { whoMetRoutes } from './who-met/who-met-routes.tsx'

export type ProgrammeOptions = OfficeOptions &
  Slots &
  SignUpOptions & {
    /** Where files that are sent in are kept. */
    uploads: string
    /** What events led to; app.tsx passes it in. */
    ledTo?: LedToOf
    /** Answers that the office has ready. */
    preparedTexts: PreparedTexts
  }

/** What happens when and where, and who comes: for everybody, and for those who look after it. */
export const programmeRoutes = (db: Db, options: ProgrammeOptions) =>
  routes()
    .route('/', publicRoutes(db, options))
    .route('/', signUpRoutes(db, options))
    .route('/', officeRoutes(db, options))
    .route('/', missingRoutes(db))
    .route('/', invitationRoutes(db, options.lettersOf))
    .route('/', invitationOfficeRoutes(db, options.lettersOf))
    .route('/', arrangersRoutes(db, options.lettersOf))
    .route('/', libraryRoutes(db, options.ledTo))
    .route('/', themesRoutes(db))
    .route('/', whoMetRoutes(db))
    .route('/', agendaRoutes(db))
    .route('/', materialsRoutes(db, options.uploads))
    .route('/', copyRoutes(db))
    .route('/', chainRoutes(db))
    .route('/', workshopRoutes(db, options.reportsOf))
    .route('/', seatsRoutes(db, options.lettersOf))
    .route('/', waitingListRoutes(db, options.lettersOf))
    .route('/', seriesRoutes(db))
    .route('/', yearRoutes(db))
    .route('/', promiseRoutes(db, options))
    .route('/', themeRoutes(db, options.lettersOf))
    .route('/', wishRoutes(db))
    .route('/', themeOfficeRoutes(db, options.lettersOf))
    .route('/', listRoutes(db))
    .route('/', doorRoutes(db))
    .route('/', paperRoutes(db))
    .route('/', mailsRoutes(db))
    .route('/', questionRoutes(db))
    .route('/', needsRoutes(db))
    .route('/', evaluationRoutes(db))
    .route('/', malmoHourRoutes(db, options))
    .route('/', courseRoutes(db, options))
    .route('/', applicationRoutes(db, options.lettersOf))
    .route('/', courseOfficeRoutes(db, options.lettersOf))
    .route('/', mineRoutes(db, options.lettersOf))
    .route('/', needRoutes(db, options.lettersOf))
    .route('/', officeNeedRoutes(db, options.lettersOf))
