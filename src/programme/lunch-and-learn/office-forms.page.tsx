import { inLanguage } from '#platform/language.ts'
import { localDate } from '#platform/time.ts'
import {
  filledAt,
  Folded,
  Form,
  mistakeAt,
  mistakesInWords,
  Select,
  SubmitButton,
  TextField,
  TextsField,
  textsAt,
} from '#platform/ui/form.tsx'
import type { OfficeNeedProps } from './office-need.page.tsx'
import { OfficeNeedLink } from './office-needs.page.tsx'
import type { Need } from './needs.sql.ts'
import { organisationInWords } from './standing.page.tsx'

export function MatchForm({ visit, offers, ...answered }: OfficeNeedProps) {
  const { t, to } = visit
  if (offers.length === 0)
    return (
      <section class="stack-tight">
        <h2>{t('lunch-and-learn.match.title')}</h2>
        <p>
          {t('lunch-and-learn.match.none')}{' '}
          <a href={to(`/needs/offer?need=${answered.need.number}`)}>
            {t('lunch-and-learn.match.write-down')}
          </a>
        </p>
      </section>
    )
  return (
    <section class="stack">
      <h2>{t('lunch-and-learn.match.title')}</h2>
      <p>{t('lunch-and-learn.match.says')}</p>
      <Form>
        <Select
          t={t}
          name="offer"
          label={t('lunch-and-learn.match.offer')}
          none={t('lunch-and-learn.choose')}
          options={offers.map((offer) => {
            const name = organisationInWords(t, offer)
            return { value: offer.id, label: name ? `${offer.topic} (${name})` : offer.topic }
          })}
          value={filledAt(answered, 'offer')}
          mistake={mistakeAt(t, answered, 'offer')}
        />
        <SubmitButton name="do" value="match">
          {t('lunch-and-learn.match.button')}
        </SubmitButton>
      </Form>
    </section>
  )
}

export function JoinForm({ visit, similar, others, ...answered }: OfficeNeedProps) {
  const { t, language } = visit
  if (others.length === 0) return null
  return (
    <section class="stack">
      <h2>{t('lunch-and-learn.join.title')}</h2>
      <p>{t('lunch-and-learn.join.says')}</p>
      {similar.length > 0 && (
        <>
          <p>{t('lunch-and-learn.join.similar')}</p>
          <ul>
            {similar.map(({ need, shared }) => (
              <li>
                <OfficeNeedLink visit={visit} need={need} />{' '}
                <span class="quiet">{t('lunch-and-learn.join.shared', { words: shared.join(', ') })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Form>
        <Select
          t={t}
          name="into"
          label={t('lunch-and-learn.join.into')}
          none={t('lunch-and-learn.choose')}
          options={others.map(({ number, words }) => ({
            value: String(number),
            label: `${number}. ${inLanguage(words, language)}`,
          }))}
          value={filledAt(answered, 'into') ?? String(similar[0]?.need.number ?? '')}
          mistake={mistakeAt(t, answered, 'into')}
        />
        <SubmitButton variant="secondary" name="do" value="join">
          {t('lunch-and-learn.join.button')}
        </SubmitButton>
      </Form>
    </section>
  )
}

export const PartForm = ({ visit, head }: OfficeNeedProps & { head: Need }) => (
  <section class="stack">
    <h2>{visit.t('lunch-and-learn.part.title')}</h2>
    <p>
      <OfficeNeedLink visit={visit} need={head} />
    </p>
    <p>{visit.t('lunch-and-learn.part.says')}</p>
    <Form>
      <SubmitButton variant="secondary" name="do" value="part">
        {visit.t('lunch-and-learn.part.button')}
      </SubmitButton>
    </Form>
  </section>
)

export function LunchFormPart({ visit, ...answered }: OfficeNeedProps) {
  const { t, now } = visit
  const field = (name: string, usual = '') => ({
    t,
    name,
    label: t(`lunch-and-learn.lunch.field.${name}`),
    value: filledAt(answered, name) ?? usual,
    mistake: mistakeAt(t, answered, name),
  })
  return (
    <section class="stack">
      <h2>{t('lunch-and-learn.lunch.title')}</h2>
      <p>{t('lunch-and-learn.lunch.says')}</p>
      <Form>
        <input type="hidden" name="id" value={filledAt(answered, 'id')} />
        <TextField {...field('date')} type="date" min={localDate(now)} required />
        <TextField {...field('starts', '12:00')} type="time" required />
        <TextField {...field('ends', '13:00')} type="time" required />
        <TextField {...field('place_name')} required />
        <TextField {...field('partner')} hint={t('lunch-and-learn.lunch.partner-hint')} required={false} />
        <SubmitButton name="do" value="make-lunch">
          {t('lunch-and-learn.lunch.button')}
        </SubmitButton>
      </Form>
    </section>
  )
}

export const LetGoForm = ({ visit: { t }, ...answered }: OfficeNeedProps) => (
  <Folded summary={t('lunch-and-learn.let-go.title')} open={filledAt(answered, 'do') === 'let-go'}>
    <p>{t('lunch-and-learn.let-go.says')}</p>
    <Form>
      <TextsField
        t={t}
        name="reason"
        rows={3}
        required={false}
        label={t('lunch-and-learn.moderate.reason')}
        value={textsAt(answered, 'reason')}
        mistakes={mistakesInWords(t, answered)}
      />
      <SubmitButton danger name="do" value="let-go">
        {t('lunch-and-learn.let-go.button')}
      </SubmitButton>
    </Form>
  </Folded>
)

export const AnswerForm = ({ visit: { t }, ...answered }: OfficeNeedProps) => (
  <Folded summary={t('lunch-and-learn.answer.title')} open={filledAt(answered, 'do') === 'answer'}>
    <p>{t('lunch-and-learn.answer.says')}</p>
    <Form>
      <TextsField
        t={t}
        name="answer"
        rows={4}
        label={t('lunch-and-learn.answer.words')}
        value={textsAt(answered, 'answer')}
        mistakes={mistakesInWords(t, answered)}
      />
      <SubmitButton name="do" value="answer">
        {t('lunch-and-learn.answer.button')}
      </SubmitButton>
    </Form>
  </Folded>
)
