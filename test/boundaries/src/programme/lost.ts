export { nothing } from '#nowhere/index.ts'
