/** Numbers that must lie between two others: one finding each, with the nearest legal one as its fix. */
import type { Text } from '../../../../i18n/text.ts'
import type { JsonPath } from '../../json.ts'
import { memberOf, setting } from '../mend.ts'
import type { Found } from '../rule.ts'

const outside: Text = {
  en: '{member} is {value, number}; it must be between {least, number} and {most, number}.',
  ko: '{member} 값이 {value, number}입니다. {least, number}~{most, number}이어야 합니다.',
}

/** Nothing for a number that is absent. */
export function outOfRange(path: JsonPath, value: number | undefined, least: number, most: number): Found[] {
  if (value === undefined || (value >= least && value <= most)) return []
  const values = { member: memberOf(path), value, least, most }
  return [{ path, text: outside, values, fix: setting(path, value < least ? least : most, false) }]
}
