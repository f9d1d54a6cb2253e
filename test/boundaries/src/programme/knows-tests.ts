import { world } from '../../test/world.ts'
export const fault = world
