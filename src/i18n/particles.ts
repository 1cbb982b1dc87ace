/**
 * Korean particles have two forms, by the last sound of the word before them. Where that word is filled in, messages write both, such
 * as `{name}을(를)`; here the right one is chosen. Where letters do not tell the sound, both stay.
 */
type End = 'vowel' | 'ㄹ' | 'consonant'

/** After a consonant, after a vowel. */
const pairs: Readonly<Record<string, readonly [string, string]>> = {
  '은(는)': ['은', '는'],
  '이(가)': ['이', '가'],
  '을(를)': ['을', '를'],
  '와(과)': ['과', '와'],
  '과(와)': ['과', '와'],
  '(으)로': ['으로', '로'],
}

/** What may stand between the word and its particle. */
const closing = /[”’"')\]]+$/

const both = /(?:은\(는\)|이\(가\)|을\(를\)|와\(과\)|과\(와\)|\(으\)로)/g

/** Puts the right form in place of both. */
export function withParticles(said: string): string {
  return said.replace(both, (pair, at: number) => {
    const end = lastSound(said.slice(Math.max(0, at - 80), at).replace(closing, ''))
    const [afterConsonant, afterVowel] = pairs[pair] ?? [pair, pair]
    if (end === undefined) return pair
    if (end === 'ㄹ') return pair === '(으)로' ? afterVowel : afterConsonant
    return end === 'vowel' ? afterVowel : afterConsonant
  })
}

/** 0 to 9 as they are read: 영, 일, 이, 삼, 사, 오, 육, 칠, 팔, 구. */
const digits: readonly End[] = [
  'consonant',
  'ㄹ',
  'vowel',
  'consonant',
  'vowel',
  'vowel',
  'consonant',
  'ㄹ',
  'ㄹ',
  'vowel',
]

/** How words end that are read as words, not by the rule of their last letter. */
const endings: readonly (readonly [RegExp, End])[] = [
  // 닷컴, 닷넷, 오알지
  [/\.com$/i, 'consonant'],
  [/\.net$/i, 'consonant'],
  [/\.org$/i, 'vowel'],
  // 씨네임
  [/NAME$/, 'consonant'],
  // Read letter by letter: 엘, 엠, 엔, 알.
  [/(?:^|[^A-Za-z])[A-Z0-9]*[LR]$/, 'ㄹ'],
  [/(?:^|[^A-Za-z])[A-Z0-9]*[MN]$/, 'consonant'],
  [/(?:^|[^A-Za-z])[A-Z0-9]*[A-Z]$/, 'vowel'],
  [/ng$/i, 'consonant'],
  [/[mn]$/i, 'consonant'],
  [/l$/i, 'ㄹ'],
  // 서버, 스토어, 독스, 박스: with a vowel at the end.
  [/[aeiouyrswxz]$/i, 'vowel'],
]

function lastSound(word: string): End | undefined {
  const last = word.at(-1) ?? ''
  const code = last.charCodeAt(0)
  if (code >= 0xac00 && code <= 0xd7a3) {
    const final = (code - 0xac00) % 28
    if (final === 0) return 'vowel'
    return final === 8 ? 'ㄹ' : 'consonant'
  }
  // 십, 백, 천 and 만 end in a consonant, as 영 does.
  if (/\d/.test(last)) return digits[Number(last)]
  // 퍼센트
  if (last === '%') return 'vowel'
  return endings.find(([pattern]) => pattern.test(word))?.[1]
}
