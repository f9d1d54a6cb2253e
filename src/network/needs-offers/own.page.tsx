import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Empty, LinkButton, Notice, Tag } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { Acting } from './acting.ts'
import { standingFor } from './answer.rules.ts'
import type { Side } from './entry.rules.ts'
import type { Entry } from './entries.sql.ts'
import type { Match } from './matches.sql.ts'
import { EntryLine, EntryTag, type Theme } from './shown.page.tsx'

/** A suggestion as one side sees it. */
export interface OwnMatch {
  match: Match
  side: Side
  mine: Entry
  theirs: Entry
}

interface Props {
  visit: Visit
  acting: Acting
  entries: readonly Entry[]
  matches: readonly OwnMatch[]
  themes: readonly Theme[]
}

/** What somebody's organisations need and can give, what is suggested to them, and whom they were introduced to. */
export function OwnPage(props: Props) {
  const { visit, acting, entries, themes } = props
  const { t, to, language } = visit
  const names = acting.organisations.map(({ name }) => inLanguage(name, language))
  const mayWrite = acting.isOffice || names.length > 0
  return (
    <Page
      visit={visit}
      title={t('needs-offers.own.title')}
      lead={names.length > 0 ? t('needs-offers.own.lead', { organisations: names.join(', ') }) : undefined}
      trail={[{ href: to('/network/needs'), label: t('needs-offers.list.title') }]}
    >
      {!mayWrite && <Notice kind="waiting">{t('needs-offers.form.cannot')}</Notice>}
      {mayWrite && (
        <Actions>
          <LinkButton href={to(`${acting.base}/new?side=need`)}>{t('needs-offers.list.new-need')}</LinkButton>
          <LinkButton href={to(`${acting.base}/new?side=offer`)} variant="secondary">
            {t('needs-offers.list.new-offer')}
          </LinkButton>
        </Actions>
      )}
      <Suggestions {...props} />
      <section class="stack" aria-labelledby="listed">
        <h2 id="listed">{t('needs-offers.own.listed')}</h2>
        {entries.length === 0 && <Empty>{t('needs-offers.own.none')}</Empty>}
        {entries.length > 0 && (
          <ul class="lined-list">
            {entries.map((entry) => (
              <li class="stack-tight">
                <p>
                  {t(`needs-offers.side.${entry.side}`)}{' '}
                  <a href={to(`${acting.base}/entries/${entry.id}`)}>
                    <Text of={entry.words} t={t} />
                  </a>{' '}
                  <EntryTag visit={visit} entry={entry} />
                </p>
                <EntryLine visit={visit} entry={entry} themes={themes} />
              </li>
            ))}
          </ul>
        )}
      </section>
    </Page>
  )
}

function Suggestions({ visit, acting, matches }: Props) {
  const { t, to } = visit
  return (
    <section class="stack" aria-labelledby="suggested">
      <h2 id="suggested">{t('needs-offers.own.suggested')}</h2>
      <p>
        {t('needs-offers.own.suggested-says')}{' '}
        <a href={to('/network/needs/how')}>{t('needs-offers.how.title')}</a>
      </p>
      {matches.length === 0 && <Empty>{t('needs-offers.own.none-suggested')}</Empty>}
      {matches.length > 0 && (
        <ul class="lined-list">
          {matches.map(({ match, side, mine, theirs }) => {
            const standing = standingFor(match, side)
            return (
              <li class="stack-tight">
                <p>
                  <a href={to(`${acting.base}/suggestions/${match.id}`)}>
                    <Text of={theirs.words} t={t} />
                  </a>{' '}
                  <StandingTag t={t} standing={standing} />
                </p>
                <p class="small quiet">
                  <Text of={theirs.organisation} t={t} /> · {t(`needs-offers.own.for-${mine.side}`)}{' '}
                  <Text of={mine.words} t={t} />
                </p>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}

const tagKinds = { asked: 'late', waits: 'waiting', declined: 'stopped', introduced: 'good' } as const

export const StandingTag = ({ t, standing }: { t: Visit['t']; standing: ReturnType<typeof standingFor> }) => (
  <Tag kind={tagKinds[standing]}>{t(`needs-offers.stands.${standing}`)}</Tag>
)
