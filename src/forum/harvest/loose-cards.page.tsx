import { inLanguage } from '#platform/language.ts'
import { filledAt, Folded, Form, mistakeAt, Select, SubmitButton, TextField } from '#platform/ui/form.tsx'
import { Empty } from '#platform/ui/parts.tsx'
import { CardBoxes } from './card.page.tsx'
import type { HarvestProps } from './harvest.page.tsx'
import { cardKinds } from './harvest.rules.ts'

interface Props extends HarvestProps {
  ticked: ReadonlySet<string>
}

/** Every card that is in no group, to tick; and what to do with the ticked ones, always at hand. */
export function LooseCards(props: Props) {
  const { visit, harvest, shown, ticked } = props
  const { t } = visit
  const cards = harvest.loose.filter(
    (card) =>
      // What was ticked stays in sight, or it would be lost.
      ticked.has(card.id) ||
      ((shown.round === null || card.round === shown.round) &&
        (shown.kind === null || card.kind === shown.kind)),
  )
  return (
    <section class="stack" id="loose" aria-labelledby="loose-title">
      <h2 id="loose-title">{t('harvest.loose.title', { count: harvest.loose.length })}</h2>
      <Filters {...props} />
      {cards.length === 0 ? (
        <Empty>{t('harvest.loose.none-shown')}</Empty>
      ) : (
        <Form>
          <input type="hidden" name="id" value={filledAt(props, 'id') ?? props.id} />
          <CardBoxes visit={visit} eventId={props.event.id} cards={cards} ticked={ticked} part="loose" />
          <div class="harvest-bar">
            <TextField
              t={t}
              name="title"
              label={t('harvest.group.title')}
              value={filledAt(props, 'title')}
              mistake={mistakeAt(t, props, 'title')}
            />
            <SubmitButton name="do" value="join">
              {t('harvest.join')}
            </SubmitButton>
            <Folded summary={t('harvest.more')} open={props.mistakes?.['group'] !== undefined}>
              {harvest.groups.length > 0 && <IntoGroup {...props} />}
              <p>
                <SubmitButton name="do" value="keep" variant="secondary">
                  {t('harvest.keep')}
                </SubmitButton>
              </p>
              <p class="small">{t('harvest.keep-says')}</p>
            </Folded>
          </div>
        </Form>
      )}
    </section>
  )
}

function IntoGroup(props: HarvestProps) {
  const { visit, harvest } = props
  const { t, language } = visit
  return (
    <>
      <Select
        t={t}
        name="group"
        label={t('harvest.into')}
        none={t('harvest.into-none')}
        options={harvest.groups.map(({ id, title }) => ({ value: id, label: inLanguage(title, language) }))}
        value={filledAt(props, 'group')}
        mistake={mistakeAt(t, props, 'group')}
      />
      <SubmitButton name="do" value="add" variant="secondary">
        {t('harvest.into-button')}
      </SubmitButton>
    </>
  )
}

/** Which cards are shown: links, so that they work like everything else without script. */
function Filters({ visit, event, harvest, shown }: HarvestProps) {
  const { t, to } = visit
  const rounds = [...new Set(harvest.loose.map((card) => card.round))]
  const kinds = cardKinds.filter((kind) => harvest.loose.some((card) => card.kind === kind))
  if (rounds.length < 2 && kinds.length < 2) return null
  const href = (round: number | null, kind: string | null): string => {
    const query = new URLSearchParams({ ...(round && { round: String(round) }), ...(kind && { kind }) })
    return to(`/office/events/${event.id}/harvest${query.size > 0 ? `?${query.toString()}` : ''}#loose`)
  }
  const link = (label: string, address: string, isHere: boolean) => (
    <a href={address} aria-current={isHere ? 'true' : undefined}>
      {label}
    </a>
  )
  return (
    <nav class="row harvest-filters" aria-label={t('harvest.filter.label')}>
      {link(t('harvest.filter.all'), href(null, null), shown.round === null && shown.kind === null)}
      {rounds.length > 1 &&
        rounds.map((round) =>
          link(t('harvest.round', { round }), href(round, shown.kind), shown.round === round),
        )}
      {kinds.map((kind) => link(t(`harvest.kinds.${kind}`), href(shown.round, kind), shown.kind === kind))}
    </nav>
  )
}
