import { stepBack, worksApart } from '#platform/work-apart.ts'
import { type Bones, laidOut, type Spot } from './layout.ts'

export interface Given {
  bones: Bones
  wide: ReadonlyMap<string, Spot>
  narrow: ReadonlyMap<string, Spot>
}

stepBack()
worksApart((given) => {
  const { bones, wide, narrow } = given as Given
  return { wide: laidOut(bones, 'wide', wide), narrow: laidOut(bones, 'narrow', narrow) }
})
