/** Reads one `docker run` command: its flags, its image and what stands after the image. */
import type { Text, TextValues } from '../../../../i18n/text.ts'
import type { Word } from '../shell-words.ts'
import { type Flag, longFlag, shortFlag } from './flags.ts'

export interface Use {
  flag: Flag
  /** As it was written: `--publish`, `-p`. */
  written: string
  /** Undefined for a switch that stands alone. */
  value: string | undefined
  offset: number
}

export interface RunCommand {
  uses: Use[]
  image: Word
  /** What stands after the image. */
  words: string[]
}

/** Why a command cannot be read, and where. */
export interface CommandTrouble {
  offset: number
  length: number
  text: Text
  values?: TextValues
}

const words = {
  notRun: {
    en: '“{word}” is no docker run: only commands that start a container can be converted.',
    ko: '“{word}”은(는) docker run이 아닙니다. 컨테이너를 시작하는 명령만 변환할 수 있습니다.',
  },
  unknown: {
    en: 'docker run has no flag {flag}.',
    ko: 'docker run에 {flag} 플래그가 없습니다.',
  },
  noValue: { en: '{flag} needs a value.', ko: '{flag}에는 값이 필요합니다.' },
  noImage: {
    en: 'There is no image here: it stands after the flags.',
    ko: '이미지가 없습니다. 이미지는 플래그 뒤에 적습니다.',
  },
} satisfies Record<string, Text>

/** Words before which `docker run` may stand. */
const starters = /^(?:sudo|exec|time|nohup|env|[A-Za-z_]\w*=.*)$/

export function readCommand(all: readonly Word[]): RunCommand | CommandTrouble {
  const rest = all.slice(startOf(all))
  const [engine, verb, more] = rest.map(({ text }) => text)
  const isEngine = /^(?:.*\/)?(?:docker|podman|nerdctl)(?:\.exe)?$/.test(engine ?? '')
  const skip = verb === 'container' && (more === 'run' || more === 'create') ? 3 : 2
  const isRun = verb === 'run' || verb === 'create' || skip === 3
  const first = rest[0] ?? all[0]
  if (!isEngine || !isRun || !first)
    return trouble(first, words.notRun, { word: [engine, verb].filter(Boolean).join(' ') })
  return readFlags(rest.slice(skip), rest[skip - 1] ?? first)
}

function startOf(all: readonly Word[]): number {
  const index = all.findIndex(({ text }) => !starters.test(text))
  return Math.max(index, 0)
}

function readFlags(rest: readonly Word[], before: Word): RunCommand | CommandTrouble {
  const uses: Use[] = []
  let at = 0
  for (; at < rest.length; at += 1) {
    const word = rest[at]
    if (!word || !word.text.startsWith('-') || word.text === '-') break
    if (word.text === '--') {
      at += 1
      break
    }
    const read = word.text.startsWith('--') ? readLong(word, rest[at + 1]) : readShort(word, rest[at + 1])
    if ('text' in read) return read
    uses.push(...read.uses)
    if (read.tookNext) at += 1
  }
  const image = rest[at]
  if (!image) return trouble(rest.at(-1) ?? before, words.noImage)
  return { uses, image, words: rest.slice(at + 1).map(({ text }) => text) }
}

interface Read {
  uses: Use[]
  tookNext: boolean
}

function readLong(word: Word, next: Word | undefined): Read | CommandTrouble {
  const at = word.text.indexOf('=')
  const written = at < 0 ? word.text : word.text.slice(0, at)
  const flag = longFlag(written.slice(2))
  if (!flag) return trouble(word, words.unknown, { flag: written })
  if (at >= 0) return used(flag, written, word.text.slice(at + 1), word, false)
  if (flag.kind === 'switch') return used(flag, written, undefined, word, false)
  return next ? used(flag, written, next.text, word, true) : trouble(word, words.noValue, { flag: written })
}

/** `-it`, `-p 80:80`, `-p80:80`, `-dp 80:80`. */
function readShort(word: Word, next: Word | undefined): Read | CommandTrouble {
  const uses: Use[] = []
  for (let at = 1; at < word.text.length; at += 1) {
    const written = `-${word.text.charAt(at)}`
    const flag = shortFlag(word.text.charAt(at))
    if (!flag) return trouble(word, words.unknown, { flag: written })
    if (flag.kind === 'switch') {
      uses.push({ flag, written, value: undefined, offset: word.offset })
      continue
    }
    const joined = word.text.slice(at + 1).replace(/^=/, '')
    const value = joined === '' ? next?.text : joined
    if (value === undefined) return trouble(word, words.noValue, { flag: written })
    uses.push({ flag, written, value, offset: word.offset })
    return { uses, tookNext: joined === '' }
  }
  return { uses, tookNext: false }
}

function used(
  flag: Flag,
  written: string,
  value: string | undefined,
  { offset }: Word,
  tookNext: boolean,
): Read {
  return { uses: [{ flag, written, value, offset }], tookNext }
}

function trouble(word: Word | undefined, text: Text, values?: TextValues): CommandTrouble {
  return { offset: word?.offset ?? 0, length: word?.text.length ?? 1, text, ...(values && { values }) }
}
