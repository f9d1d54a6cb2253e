export { type LoadedYear, loadYear, type SeriesYear, standingsOf, thisYear } from './load-year.ts'
export { type PromiseOptions, promiseRoutes } from './office-routes.tsx'
export {
  PromiseList,
  promising,
  PromiseTag,
  PromiseText,
  PromiseWords,
  standingInWords,
} from './promise-line.page.tsx'
export { promisedBy } from './promised-by.tsx'
export { addPromise, promisesOf } from './promises.sql.ts'
export type { PlanPeriod } from './set-promise.ts'
export { WheelOfYear } from './wheel-of-year.page.tsx'
export { YearList } from './year-list.page.tsx'
export { yearRoutes } from './year-routes.tsx'
