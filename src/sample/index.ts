export { fillSampleYear } from './fill-sample-year.ts'
export { removeSample } from './remove-sample.ts'
