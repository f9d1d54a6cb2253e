import { chosenText } from '#platform/language.ts'
import { newId } from '#platform/ids.ts'
import { filledAt, Form, SubmitButton } from '#platform/ui/form.tsx'
import { Notice } from '#platform/ui/parts.tsx'
import type { LedToKind } from './led-to.rules.ts'
import type { OfficeIdeaProps } from './office-idea.page.tsx'

/** The last thing of a kind that was made of the idea, as a link. */
function LastMade({ visit: { to, language }, made, kind }: OfficeIdeaProps & { kind: LedToKind }) {
  const last = made.findLast((one) => one.kind === kind)
  return last ? <a href={to(last.office)}>{chosenText(last.title, language).text}</a> : null
}

/** That it worked, and where to go on with what was made. */
export function MadeNow({ madeNow, ...props }: OfficeIdeaProps & { madeNow: LedToKind }) {
  const { t } = props.visit
  if (!props.made.some(({ kind }) => kind === madeNow)) return null
  return (
    <Notice kind="good" live>
      <p>
        {t(`ideas.made-now.${madeNow}`)} <LastMade {...props} madeNow={madeNow} kind={madeNow} />
      </p>
    </Notice>
  )
}

// A new one gets an id of its own, and nobody has to fill in anything twice.
const notKept = new Set(['id', 'again'])

/** There is one of the kind already: what it is, and a button for whoever means another. */
export function MakeAgain(props: OfficeIdeaProps) {
  const { visit, made, filled, refusal } = props
  const { t, to } = visit
  const last = made.findLast(({ kind }) => kind === filledAt(props, 'make'))
  if (refusal !== 'ideas.refusal.made-already' || !filled || !last) return null
  return (
    <Notice kind="late">
      <p>
        {t(`ideas.made.${last.kind}`)}: <LastMade {...props} kind={last.kind} />
      </p>
      <Form action={to(`/office/ideas/${props.idea.number}/make`)}>
        {Object.keys(filled)
          .filter((name) => !notKept.has(name))
          .map((name) => (
            <input type="hidden" name={name} value={filledAt(props, name) ?? ''} />
          ))}
        <input type="hidden" name="id" value={newId()} />
        <SubmitButton variant="secondary" name="again" value="yes">
          {t('ideas.make.again')}
        </SubmitButton>
      </Form>
    </Notice>
  )
}
