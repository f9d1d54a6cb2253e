export { forumProblem, scheduleFrom } from './forum-problem.ts'
export { addStep, changesOf, keepSeats } from './keep-seats.ts'
export { type Forum, loadForum } from './load-forum.ts'
