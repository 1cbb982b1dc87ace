/** Particles agree with the word before them. */
import { expect, it } from 'vitest'
import { withParticles } from './particles.ts'
import { translate } from './translate.ts'

it.each([
  ['원래 상태을(를)', '원래 상태를'],
  ['최종을(를)', '최종을'],
  ['“TTL 낮춤”(으)로', '“TTL 낮춤”으로'],
  ['“신규 25%”(으)로', '“신규 25%”로'],
  ['서울(으)로', '서울로'],
  ['레코드와(과) 별칭와(과)', '레코드와 별칭과'],
  ['“신규 0%”과(와)', '“신규 0%”와'],
  ['www.example.com은(는)', 'www.example.com은'],
  ['example.org이(가)', 'example.org가'],
  ['203.0.113.10(으)로', '203.0.113.10으로'],
  ['10.0.0.1(으)로', '10.0.0.1로'],
  ['10.0.0.1을(를)', '10.0.0.1을'],
  ['10.0.0.9을(를)', '10.0.0.9를'],
  ['TTL이(가)', 'TTL이'],
  ['TTL(으)로', 'TTL로'],
  ['CNAME을(를)', 'CNAME을'],
  ['ALB을(를)', 'ALB를'],
  ['cutover을(를)', 'cutover를'],
  ['billing이(가)', 'billing이'],
  ['/health을(를)', '/health을(를)'],
  ['shop이(가)', 'shop이(가)'],
  ['을(를)', '을(를)'],
])('%s', (both, chosen) => {
  expect(withParticles(both)).toBe(chosen)
})

it('in messages with values, in Korean', () => {
  const text = { en: 'Roll {name} back?', ko: '{name}을(를) 롤백할까요?' }
  expect(translate('ko', { text, values: { name: 'www.example.com' } })).toBe('www.example.com을 롤백할까요?')
})
