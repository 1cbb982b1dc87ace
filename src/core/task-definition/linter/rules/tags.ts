/** R0.tags: keys of tags are unique, of a legal length, and not AWS's own. */
import type { Text } from '../../../../i18n/text.ts'
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { removal } from '../mend.ts'
import { defineRule } from '../rule.ts'

const words = {
  key: {
    en: 'The key of a tag has 1 to 128 characters.',
    ko: '태그 키는 1~128자입니다.',
  },
  value: {
    en: 'The value of tag {key} has more than 256 characters.',
    ko: '{key} 태그의 값이 256자를 넘습니다.',
  },
  reserved: {
    en: 'Keys that start with aws: are AWS’s own ({key}).',
    ko: 'aws:로 시작하는 키는 AWS 전용입니다({key}).',
  },
  twice: { en: 'Tag {key} stands twice.', ko: '{key} 태그가 두 번 있습니다.' },
} satisfies Record<string, Text>

export const tags = defineRule({
  id: 'R0.tags',
  severity: 'error',
  summary: {
    en: 'A tag has a unique key of 1–128 characters that does not start with aws:, and a value of at most 256.',
    ko: '태그 키는 고유하고 1~128자이며 aws:로 시작하지 않고, 값은 최대 256자입니다.',
  },
  why: { en: 'AWS refuses others.', ko: 'AWS가 그 밖의 태그를 거부합니다.' },
  docs: docs.tag,
  examples: {
    good: [
      onEc2(
        {},
        {
          tags: [
            { key: 'team', value: 'shop' },
            { key: 'Team', value: '' },
          ],
        },
      ),
    ],
    bad: [
      onEc2({}, { tags: [{ value: 'shop' }] }),
      onEc2({}, { tags: [{ key: 'k'.repeat(129) }] }),
      onEc2({}, { tags: [{ key: 'team', value: 'v'.repeat(257) }] }),
      onEc2({}, { tags: [{ key: 'AWS:team' }] }),
      onEc2({}, { tags: [{ key: 'team' }, { key: 'team' }] }),
    ],
  },
  find: ({ tags: written = [] }) =>
    written.flatMap(({ key = '', value = '' }, index) => {
      const isSecond = written.findIndex((tag) => tag.key === key) < index
      const text = troubleOf(key, value, isSecond)
      const path = ['tags', index]
      return text ? [{ path, text, values: { key }, fix: removal(path, false) }] : []
    }),
})

function troubleOf(key: string, value: string, isSecond: boolean): Text | undefined {
  if (key === '' || key.length > 128) return words.key
  if (/^aws:/i.test(key)) return words.reserved
  if (value.length > 256) return words.value
  return isSecond ? words.twice : undefined
}
