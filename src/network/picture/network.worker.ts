import { stepBack, worksApart } from '#platform/work-apart.ts'
import { type Bones, laidOut } from './layout.ts'
import type { Places } from './network.sql.ts'

export interface Given {
  bones: Bones
  before: Places
}

stepBack()
worksApart((given): Places => {
  const { bones, before } = given as Given
  return {
    wide: laidOut(bones, 'wide', before.wide),
    middle: laidOut(bones, 'middle', before.middle),
    narrow: laidOut(bones, 'narrow', before.narrow),
  }
})
