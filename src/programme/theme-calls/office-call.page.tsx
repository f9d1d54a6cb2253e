import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { Actions, Empty, Facts, LinkButton, Notice } from '#platform/ui/parts.tsx'
import { Form, SubmitButton } from '#platform/ui/form.tsx'
import { dateInWords } from '#platform/dates.ts'
import { localDate } from '#platform/time.ts'
import { StateOfCall } from './call.page.tsx'
import type { LoadedCall, ProposalShown } from './load-call.ts'
import { nameOf, officeCallsTrail } from './office-calls.page.tsx'
import type { ProposalState } from './tables.ts'

interface Props extends LoadedCall {
  visit: Visit
  /** The key of a sentence that says why a rule refused. */
  refusal?: string | undefined
  done?: 'judged' | 'saved' | 'set' | 'backed' | undefined
}

/** The desk of one call: what waits to be read, what shows, and the theme. */
export function OfficeCallPage(props: Props) {
  const { visit, call, state, refusal, done, people } = props
  const { t, language } = visit
  const at = (path: string): string => visit.to(`/office/theme-calls/${call.id}${path}`)
  return (
    <Page
      visit={visit}
      title={nameOf(visit, call)}
      trail={officeCallsTrail(visit, call)}
      wrong={refusal !== undefined}
    >
      {refusal && <Notice kind="wrong">{t(refusal)}</Notice>}
      {done && (
        <Notice kind="good" live>
          {t(`theme-calls.office.done.${done}`)}
        </Notice>
      )}
      <p class="state-line">
        <StateOfCall visit={visit} call={call} state={state} />
      </p>
      <Facts
        rows={[
          [t('theme-calls.set.people'), t('theme-calls.took-part', { people })],
          [
            t('theme-calls.set.event'),
            call.event_id && call.event_title ? (
              <a href={visit.to(`/office/events/${call.event_id}`)}>
                {inLanguage(call.event_title, language)}
              </a>
            ) : (
              t('theme-calls.edit.no-event')
            ),
          ],
        ]}
      />
      <Backings {...props} />
      <Actions>
        {state === 'closed' && <LinkButton href={at('/theme')}>{t('theme-calls.office.set')}</LinkButton>}
        <LinkButton href={at('/edit')} variant="secondary">
          {t('theme-calls.office.edit')}
        </LinkButton>
        <LinkButton href={visit.to(`/themes/${call.id}`)} variant="secondary">
          {t('theme-calls.office.see')}
        </LinkButton>
      </Actions>
      {(['waiting', 'shown', 'turned-down'] as const).map((one) => (
        <InState {...props} which={one} />
      ))}
      {props.all.length === 0 && <Empty>{t(`theme-calls.none.${state}`)}</Empty>}
    </Page>
  )
}

/** Which parties stand behind the theme, and the press by which the other one does. */
function Backings({ visit, call, backings }: Props) {
  const { t, language, member } = visit
  if (call.decided_at === null) return null
  const isTheirs = backings.some(({ party_id }) => party_id === member?.party?.id)
  return (
    <>
      <ul>
        {backings.map(({ party, person, at }) => (
          <li>
            {t('theme-calls.office.backed-by', {
              ...{ person, party: inLanguage(party, language) },
              date: dateInWords(language, localDate(at)),
            })}
          </li>
        ))}
      </ul>
      {!isTheirs && (
        <Form>
          <SubmitButton name="do" value="back">
            {t('theme-calls.office.back', { party: inLanguage(member?.party?.name ?? {}, language) })}
          </SubmitButton>
        </Form>
      )}
    </>
  )
}

function InState({ visit, call, all, which }: Props & { which: ProposalState }) {
  const { t } = visit
  const list = all.filter(({ state }) => state === which)
  if (list.length === 0) return null
  return (
    <section class="stack" aria-labelledby={which}>
      <h2 id={which}>{t(`theme-calls.office.${which}`, { count: list.length })}</h2>
      <ul class="lined-list">
        {list.map((one) => (
          <li class="row spread">
            <Line visit={visit} proposal={one} href={visit.to(`/office/theme-calls/${call.id}/${one.id}`)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const Line = ({ visit, proposal, href }: { visit: Visit; proposal: ProposalShown; href: string }) => (
  <>
    <a href={href} lang={proposal.language}>
      {proposal.title}
    </a>
    <span class="quiet">{visit.t('theme-calls.support.people', { people: proposal.people })}</span>
  </>
)
