/** Fixes that many rules offer, with their words. */
import type { Message } from '../../../i18n/text.ts'
import type { Json, JsonPath } from '../json.ts'
import type { Fix } from './finding.ts'

const words = {
  remove: { en: 'Remove {member}', ko: '{member} 삭제' },
  add: { en: 'Add {member}', ko: '{member} 추가' },
  set: { en: 'Set {member} to {value}', ko: '{member} 값을 {value}(으)로 설정' },
}

/** Takes a member or an element away. `safe`: it cannot change what the containers do. */
export function removal(path: JsonPath, safe: boolean): Fix {
  return {
    title: { text: words.remove, values: { member: memberOf(path) } },
    safe,
    changes: [{ path, value: undefined }],
  }
}

/** Gives a member a plain value. */
export function setting(path: JsonPath, value: string | number | boolean, safe: boolean): Fix {
  return writing(path, value, safe, {
    text: words.set,
    values: { member: memberOf(path), value: String(value) },
  })
}

/** Puts an object or a list there. */
export function addition(path: JsonPath, value: Json): Fix {
  return writing(path, value, false, { text: words.add, values: { member: memberOf(path) } })
}

/** Sets a place to a value, under a title of its own. */
export function writing(path: JsonPath, value: Json, safe: boolean, title: Message): Fix {
  return { title, safe, changes: [{ path, value }] }
}

/** The last name on the path, with the index after it: `portMappings[1]`. */
export function memberOf(path: JsonPath): string {
  const at = path.findLastIndex((part) => typeof part === 'string')
  return `${String(path[at])}${path
    .slice(at + 1)
    .map((index) => `[${index}]`)
    .join('')}`
}
