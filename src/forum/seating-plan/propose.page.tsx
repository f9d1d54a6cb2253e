import { Check, SubmitButton } from '#platform/ui/form.tsx'
import { LinkButton } from '#platform/ui/parts.tsx'
import { AtDoor } from './at-door.page.tsx'
import { baseOf } from './frame.page.tsx'
import type { SeatingProps } from './seating.page.tsx'

/** A refusal that is said at the box which is not ticked, and not at the top of a long page. */
export const unsure = 'seating.refusal.seats-are-shown'

/** Has seats proposed, shows or hides them, and leads to moving somebody. */
export function Propose(props: SeatingProps) {
  const { visit, event, forum } = props
  const { t } = visit
  const base = baseOf(event)
  const isSeated = forum.seats.length > 0
  const { shown_at } = forum.seating
  return (
    <>
      {forum.begun > 0 && <AtDoor {...{ visit, base }} begun={forum.begun} />}
      <div class="actions seating-actions">
        {forum.begun === 0 && <Proposing {...props} />}
        {isSeated && (
          <>
            <form method="post" action={visit.to(`${base}/show`)}>
              <SubmitButton
                variant={shown_at ? 'secondary' : 'primary'}
                name="shown"
                value={shown_at ? 'no' : 'yes'}
              >
                {t(shown_at ? 'seating.hide' : 'seating.show')}
              </SubmitButton>
            </form>
            <LinkButton variant="secondary" href={visit.to(`${base}/move`)}>
              {t('seating.move.link')}
            </LinkButton>
          </>
        )}
      </div>
    </>
  )
}

/** Seats that people have been shown change only when somebody ticks that they may. */
function Proposing({ visit, event, forum, refusal }: SeatingProps) {
  const { t } = visit
  const isSeated = forum.seats.length > 0
  const mistake = refusal === unsure ? t(unsure) : undefined
  return (
    <form class="seating-propose" method="post" action={visit.to(`${baseOf(event)}/propose`)}>
      {isSeated && <input type="hidden" name="another" value="yes" />}
      {isSeated && forum.seating.shown_at && (
        <Check
          t={t}
          name="sure"
          label={t('seating.propose-sure', { count: forum.seats.length })}
          hint={t('seating.propose-sure-hint')}
          mistake={mistake}
          must
        />
      )}
      <SubmitButton variant={isSeated ? 'secondary' : 'primary'}>
        {t(isSeated ? 'seating.propose-another' : 'seating.propose')}
      </SubmitButton>
    </form>
  )
}
