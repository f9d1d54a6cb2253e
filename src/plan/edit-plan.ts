import * as z from 'zod'
import { optionalTexts, texts } from '#platform/form.ts'

const titleMax = 150
const leadMax = 500
const aboutMax = 30_000

const planWords = {
  title: texts(titleMax),
  lead: texts(leadMax),
  about: optionalTexts(aboutMax),
}

export const PlanForm = z.object(planWords)
