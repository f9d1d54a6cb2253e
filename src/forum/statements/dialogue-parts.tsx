import type { Visit } from '#platform/http.ts'
import { inLanguage } from '#platform/language.ts'
import { Card, LinkButton } from '#platform/ui/parts.tsx'
import { Text } from '#platform/ui/text.tsx'
import type { Mine } from '../forum-parts.tsx'
import type { Db } from '../tables.ts'
import { dialogueState } from './dialogue.rules.ts'
import { dialoguesOfEvent } from './dialogues.sql.ts'
import { endInWords } from './vote.page.tsx'

const openOnes = async (db: Db, { now }: Visit, eventId: string) =>
  (await dialoguesOfEvent(db, eventId)).filter((one) => dialogueState(one, now) === 'open')

/** On a forum's page: for as long as one can vote the way in, and once it is shown what it came to. */
export async function dialoguePart(db: Db, visit: Visit, eventId: string) {
  const dialogues = await dialoguesOfEvent(db, eventId)
  const open = dialogues.filter((one) => dialogueState(one, visit.now) === 'open')
  const shown = dialogues.filter((one) => one.shown_at !== null)
  return (
    <>
      {open.length > 0 && <SayWhatYouThink visit={visit} dialogues={open} />}
      {shown.length > 0 && <WhatPeopleThought visit={visit} dialogues={shown} />}
    </>
  )
}

interface Props {
  visit: Visit
  dialogues: Awaited<ReturnType<typeof dialoguesOfEvent>>
}

const WhatPeopleThought = ({ visit: { t, to }, dialogues }: Props) => (
  <section class="stack" aria-labelledby="thought">
    <h2 id="thought">{t('dialogue.part.thought')}</h2>
    <ul>
      {dialogues.map(({ slug, title }) => (
        <li>
          <a href={to(`/dialogue/${slug}/map`)}>
            <Text of={title} t={t} />
          </a>
        </li>
      ))}
    </ul>
  </section>
)

function SayWhatYouThink({ visit, dialogues }: Props) {
  const { t } = visit
  return (
    <section class="stack" aria-labelledby="say">
      <h2 id="say">{t('dialogue.part.title')}</h2>
      {dialogues.map((dialogue) => (
        <Card tinted>
          <p>
            <strong>
              <Text of={dialogue.title} t={t} />
            </strong>
          </p>
          <p>{t('dialogue.part.says', { date: endInWords(visit, dialogue) })}</p>
          <LinkButton href={visit.to(`/dialogue/${dialogue.slug}`)}>{t('dialogue.part.go')}</LinkButton>
        </Card>
      ))}
    </section>
  )
}

/** On the own page of whoever has signed up: the same, and what they vote is theirs on every device. */
export async function ownDialoguePart(db: Db, visit: Visit, { eventId, token }: Mine) {
  const { t } = visit
  const dialogues = await openOnes(db, visit, eventId)
  return dialogues.map((dialogue) => (
    <Card tinted title={t('dialogue.part.title')} level={2}>
      <p>{t('dialogue.part.own', { title: inLanguage(dialogue.title, visit.language) })}</p>
      <form method="post" action={visit.to(`/dialogue/${dialogue.slug}/sign-up/${token}`)}>
        <button class="ds-button" type="submit">
          {t('dialogue.part.go')}
        </button>
      </form>
    </Card>
  ))
}
