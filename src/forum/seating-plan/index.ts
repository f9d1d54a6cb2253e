export { keepSeats } from './keep-seats.ts'
export { type Forum, loadForum } from './load-forum.ts'
