import type { Answered } from '#platform/form.ts'
import type { Visit } from '#platform/http.ts'
import { inLanguage, type Texts } from '#platform/language.ts'
import { Problems, problemsOf } from '#platform/ui/form.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import { CarryFields, Promised } from './answer.page.tsx'
import { Said } from './carried.page.tsx'
import type { Carried } from './load-carried.ts'

interface Props extends Answered {
  visit: Visit
  organisation: { id: string; name: Texts }
  /** All that it has promised and is asked for. */
  carried: readonly Carried[]
  /** The one that it answers for now; none shows them all. */
  chosen: Carried | undefined
  token: string
  done: boolean
}

/** Where an organisation's mailed link leads: one commitment at a time, without an account. */
export function AnswerByLinkPage(props: Props) {
  const { visit, organisation, carried, chosen, token, done } = props
  const { t, language } = visit
  const problems = problemsOf(t, props)
  const name = inLanguage(organisation.name, language)
  const at = `/plan/next/answer/${token}`
  return (
    <Page
      visit={visit}
      title={
        chosen
          ? t('successor.answer.title', { number: chosen.commitment.number })
          : t('successor.by-link.title', { name })
      }
      lead={chosen ? undefined : t('successor.by-link.lead', { count: carried.length })}
      trail={chosen ? [{ href: visit.to(at), label: t('successor.by-link.title', { name }) }] : undefined}
      wrong={problems.length > 0}
    >
      {done && (
        <Notice kind="good" live>
          {t('successor.by-link.thanks')}
        </Notice>
      )}
      <Problems visit={visit} list={problems} />
      {chosen ? (
        <>
          <Promised visit={visit} one={chosen} />
          <p>{t('successor.public-record')}</p>
          <CarryFields {...props} one={chosen} ownerId={organisation.id} />
        </>
      ) : (
        <ul class="lined-list">
          {carried.map((one) => (
            <li class="stack-tight">
              <p>
                <a href={`${visit.to(at)}?commitment=${one.commitment.number}`}>
                  {one.commitment.number}. <Text of={one.commitment.title} t={t} />
                </a>
              </p>
              <Said visit={visit} one={one} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
