/** R0.family: the family's name has only letters, digits, hyphens and underscores. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { setting } from '../mend.ts'
import { defineRule } from '../rule.ts'
import { isLegalName, legalName } from './names.ts'

export const family = defineRule({
  id: 'R0.family',
  severity: 'error',
  summary: {
    en: 'A family’s name has 1–255 letters, digits, hyphens and underscores.',
    ko: '패밀리 이름은 영문자, 숫자, 하이픈, 밑줄로 1~255자입니다.',
  },
  why: {
    en: 'The family is part of the ARN of each revision. AWS refuses other characters.',
    ko: '패밀리는 각 개정의 ARN에 들어갑니다. AWS는 다른 문자를 거부합니다.',
  },
  docs: docs.register,
  awsText: 'Family contains invalid characters.',
  examples: {
    good: [onEc2(), onEc2({}, { family: '<FAMILY>' })],
    bad: [
      onEc2({}, { family: 'my shop' }),
      onEc2({}, { family: '' }),
      onEc2({}, { family: 'a'.repeat(256) }),
    ],
  },
  find({ family: name }) {
    if (name === undefined || isLegalName(name)) return []
    const text = {
      en: '“{name}” cannot be the name of a family: only letters, digits, - and _ may be in it, 255 at most.',
      ko: '“{name}”은(는) 패밀리 이름으로 쓸 수 없습니다. 영문자, 숫자, -, _만 최대 255자까지 쓸 수 있습니다.',
    }
    return [
      { path: ['family'], text, values: { name }, fix: setting(['family'], legalName(name, 'app'), false) },
    ]
  },
})
