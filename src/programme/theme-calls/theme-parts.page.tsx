import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Card, LinkButton } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { StateOfCall } from './call.page.tsx'
import type { Call } from './calls.sql.ts'
import { isSet, callState } from './theme-call.rules.ts'

interface Props {
  visit: Visit
  call: Call
  /** What the proposal was called that it was made from. */
  title: string | undefined
}

/** On a forum's page: how its theme came about, or where one proposes it still. */
export function ThemeSection({ visit, call, title }: Props) {
  return (
    <section class="stack" id="theme" aria-labelledby="theme-title">
      <h2 id="theme-title">{visit.t('theme-calls.part.title')}</h2>
      {isSet(call) ? (
        <HowItCameAbout visit={visit} call={call} title={title} />
      ) : (
        <ToPropose visit={visit} call={call} />
      )}
    </section>
  )
}

function HowItCameAbout({ visit, call, title }: Props) {
  const { t } = visit
  return (
    <>
      <p>
        <strong>
          <Text of={call.theme ?? {}} t={t} />
        </strong>
      </p>
      <p>
        {t('theme-calls.took-part', { people: call.people ?? 0 })}{' '}
        {title ? t('theme-calls.part.from', { title }) : t('theme-calls.part.other')}
      </p>
      <p>
        <a href={visit.to(`/themes/${call.id}`)}>{t('theme-calls.part.see')}</a>
      </p>
    </>
  )
}

function ToPropose({ visit, call }: { visit: Visit; call: Call }) {
  const { t } = visit
  const state = callState(call, isSet(call), visit.now)
  return (
    <>
      <p>
        <StateOfCall visit={visit} call={call} state={state} />
      </p>
      <LinkButton href={visit.to(`/themes/${call.id}`)} variant="secondary">
        {t(`theme-calls.part.go-${state === 'open' ? 'open' : 'see'}`)}
      </LinkButton>
    </>
  )
}

/** On the page of the series: what can be proposed now, and what became of it lately. */
export function CallsSection({ visit, calls }: { visit: Visit; calls: readonly Call[] }) {
  const { t } = visit
  return (
    <section class="stack" aria-labelledby="themes">
      <h2 id="themes">{t('theme-calls.part.series-title')}</h2>
      <p>{t('theme-calls.rule')}</p>
      {calls.map((call) =>
        isSet(call) ? (
          <Card title={inLanguage(call.theme ?? {}, visit.language)} href={visit.to(`/themes/${call.id}`)}>
            <p class="quiet">{t('theme-calls.took-part', { people: call.people ?? 0 })}</p>
          </Card>
        ) : (
          <Card tinted>
            <ToPropose visit={visit} call={call} />
          </Card>
        ),
      )}
    </section>
  )
}
