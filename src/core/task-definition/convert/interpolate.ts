/** Puts values in place of variables, as Compose does: `${NAME}`, `$NAME`, `${NAME:-default}`; `$$` is a plain `$`. */
import type { Json } from '../json.ts'
import { ask, type Work } from './work.ts'

const variable = /\$\$|\$\{([A-Za-z_]\w*)(?:(:?[-?+])((?:[^${}]|\$\{[^{}]*\})*))?\}|\$([A-Za-z_]\w*)/g

/** In all texts of a value. A variable without a value asks for one, and stays as it is written. */
export function interpolated(work: Work, value: Json): Json {
  if (typeof value === 'string') return interpolatedText(work, value)
  if (Array.isArray(value)) return value.map((item) => interpolated(work, item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, interpolated(work, inner)]))
}

export function interpolatedText(work: Work, text: string): string {
  return text.replace(
    variable,
    (whole, braced: string | undefined, operator: string | undefined, word = '', bare?: string) => {
      const name = braced ?? bare
      if (name === undefined) return '$'
      if (operator?.endsWith('+')) return askFor(work, name) === undefined ? '' : interpolatedText(work, word)
      const fallback = operator?.endsWith('-') ? interpolatedText(work, word) : undefined
      return askFor(work, name, fallback) ?? whole
    },
  )
}

/** The value of a variable of the shell that the source was made for. `fallback`: what the source says itself. */
export function askFor(work: Work, name: string, fallback?: string, required = true): string | undefined {
  return ask(work, {
    id: `variable.${name}`,
    text: { en: 'Value of the variable {name}', ko: '변수 {name}의 값' },
    values: { name },
    why: {
      en: 'The source takes it from the shell it is used in; a task definition holds values. What is secret belongs into Secrets Manager or Parameter Store.',
      ko: '원본은 실행하는 셸에서 이 값을 가져오지만, 태스크 정의에는 값이 들어가야 합니다. 비밀 값은 Secrets Manager나 Parameter Store에 두세요.',
    },
    required,
    isSensitive: true,
    ...(fallback !== undefined && { suggested: fallback }),
  })
}
