import { follow } from './wall/follow.ts'
import { showTime } from './wall/show-time.ts'
import { offerTools } from './wall/tools.ts'

const wall = document.querySelector<HTMLElement>('#wall')
if (wall) {
  const tools = offerTools()
  showTime(wall, tools)
  follow(wall, tools)
}
