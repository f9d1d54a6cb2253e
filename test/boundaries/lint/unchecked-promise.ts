const work = async () => 1
export function fault() {
  work()
}
