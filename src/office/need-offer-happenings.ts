/** What can happen with what organisations need and can give. What a side answered to a suggestion is nobody else's. */
export const needOfferHappenings = [
  'need-offer-changed',
  'need-offer-ended',
  'need-offer-introduced',
  'need-offer-listed',
  'need-offer-looked-around',
  'need-offer-still-so',
  'need-offer-taken-down',
  'need-offer-told',
] as const
