/** Streams that are open in this process: all of them, and those to one network address. */
export interface Crowd {
  all: number
  fromOne: number
}

/** A room of 300 sits behind one network address, and some of them have the wall open twice. */
const perNetworkMax = 700
const perProcessMax = 3000

/** Whether one more may listen; whoever may not still has a page that asks again by itself. */
export const mayListen = ({ all, fromOne }: Crowd): boolean => all < perProcessMax && fromOne < perNetworkMax
