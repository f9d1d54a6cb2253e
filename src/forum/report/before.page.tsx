import type { Visit } from '#platform/http.ts'
import { Folded } from '#platform/ui/form.tsx'
import { Text } from '#platform/ui/text.tsx'
import { GroupCards, GroupsTable } from '../map/groups.page.tsx'
import { Lists } from '../map/lists.page.tsx'
import { OpinionPicture } from '../map/picture.page.tsx'
import type { ShownMap } from '../map/shown-map.ts'
import { StatementsTable } from '../map/statements-table.page.tsx'
import { verdictInWords } from '../map/verdict.page.tsx'
import type { shownDialogues } from './report.sql.ts'

type Shown = Awaited<ReturnType<typeof shownDialogues>>

interface Props {
  visit: Visit
  dialogues: Shown
}

/**
 * What people thought before the forum: the map as everybody may see it, and in words. Where there were several dialogues,
 * the others are told of in words alone.
 */
export function Before({ visit, dialogues }: Props) {
  const { t } = visit
  if (dialogues.length === 0) return null
  const drawn = dialogues.find(({ shown }) => shown?.dots)
  return (
    <section class="stack" id="before" aria-labelledby="before-title">
      <h2 id="before-title">{t('report.before.title')}</h2>
      {dialogues.map((dialogue) => (
        <OneDialogue visit={visit} dialogue={dialogue} isDrawn={dialogue === drawn} />
      ))}
    </section>
  )
}

interface OneProps {
  visit: Visit
  dialogue: Shown[number]
  isDrawn: boolean
}

const OneDialogue = ({ visit: { t, to }, dialogue: { slug, title, shown }, isDrawn }: OneProps) => (
  <>
    <h3>
      <Text of={title} t={t} />
    </h3>
    {shown && <p>{toldInNumbers(t, shown)}</p>}
    {shown && <p>{verdictInWords(t, shown)}</p>}
    {shown && isDrawn && <Drawn t={t} map={shown} />}
    <p>
      <a href={to(`/dialogue/${slug}/map`)}>{t('report.before.map')}</a>
    </p>
  </>
)

/** Nobody is told how few took part where they were so few that somebody could be recognised. */
const toldInNumbers = (t: Visit['t'], { people, statementsVoted: statements, votes }: ShownMap): string =>
  people === null ? t('opinions.page.few-people') : t('report.before.counts', { people, statements, votes })

/** The picture as people saw it before they came, and on the map's own page all of its tables. */
const Drawn = ({ t, map }: { t: Visit['t']; map: ShownMap }) => (
  <>
    <div class="opinion-field">
      <figure>
        <OpinionPicture t={t} map={map} />
        <figcaption class="small quiet">{t('opinions.picture.how')}</figcaption>
      </figure>
      <GroupCards t={t} map={map} level={4} />
    </div>
    <Lists t={t} map={map} level={4} />
    <Folded summary={t('opinions.table.summary')}>
      <GroupsTable t={t} map={map} />
      <StatementsTable t={t} map={map} />
    </Folded>
  </>
)
