/** More of something than AWS takes. */

export const text = {
  en: 'There are {count, number} {member}; {most, number} is the most.',
  ko: '{member}이(가) {count, number}개입니다. 최대 {most, number}개입니다.',
}

export const many = <T>(length: number, make: (index: number) => T): T[] =>
  Array.from({ length }, (_, index) => make(index))

export function tooMany(member: string, list: readonly unknown[], most: number) {
  return list.length > most ? [{ path: [member], text, values: { member, count: list.length, most } }] : []
}
