export function fault(party: 'city' | 'civil-society') {
  switch (party) {
    case 'city':
      return 1
  }
  return 2
}
