import { type Asked, type DeskItem, itemIf } from './desk-item.ts'
import { urgencyOfFirstStep } from './first-steps.rules.ts'
import { anyEvent, contactPage, goalToAdopt } from './first-steps.sql.ts'

/** What a new installation still needs before it can be opened; in the sample year all of it is made up. */
export async function firstStepItems({ db, t, now, isSample }: Asked): Promise<DeskItem[]> {
  if (isSample) return []
  const [goal, event, contact] = await Promise.all([goalToAdopt(db), anyEvent(db), contactPage(db)])
  const step = (isLeft: boolean, text: string, path: string): DeskItem[] =>
    itemIf(urgencyOfFirstStep(isLeft), { at: now, text: t(text), path })
  return [
    ...step(
      JSON.stringify(contact ?? '').includes('example.org'),
      'office.desk.contact-example',
      '/office/pages/contact',
    ),
    ...step(goal !== undefined, 'office.desk.goals-to-adopt', '/office/goals'),
    ...step(event === undefined, 'office.desk.no-event', '/office/events/new'),
  ]
}
