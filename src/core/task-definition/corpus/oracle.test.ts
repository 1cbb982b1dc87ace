/** The type-level findings are those of AWS's own client: on real files as they are, and after cleaning. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { clean } from '../clean/clean.ts'
import { decode } from '../clean/decode.ts'
import type { Json, JsonPath } from '../json.ts'
import type { Finding } from '../linter/finding.ts'
import { checkTypes } from '../linter/type-level.ts'
import { readText } from '../text.ts'

const folder = new URL('./', import.meta.url)
const [, ...lines] = readFileSync(new URL('oracle.tsv', folder), 'utf8').trimEnd().split('\n')
const oracle = lines.map((line) => {
  const columns = line.split('\t')
  const [file = '', , , parses, parseError = '', lenient, asIs, , errorsAsIs = '', cleaned, , errorsCleaned = ''] =
    columns
  return { file, parses, parseError, lenient, asIs, errorsAsIs, cleaned, errorsCleaned }
})

/** Files where cleaning does more than what the oracle did before it asked again. */
const wrapped = {
  after: ['missing-required family'],
  reason: 'the oracle refuses a bare list; cleaning makes a definition around the containers, and its family is to be given',
}
const deviations: Record<string, { after: string[]; reason: string }> = {
  '040-condefs.json': wrapped,
  '041-condefs.json': wrapped,
  '043-condefs.json': wrapped,
  '044-cfn.json': {
    after: ['wrong-type taskRoleArn'],
    reason: 'the oracle refuses a template; cleaning takes the definition out, and leaves Fn::GetAtt to be filled',
  },
}

const bytes = (file: string): Uint8Array => readFileSync(new URL(file, folder))

function pathText(path: JsonPath): string {
  return path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('').replace(/^\./, '')
}

/** `rule place`: an unknown or missing member's place is the object with the member's name. */
function ours({ rule, path, message }: Finding): string {
  if (rule !== 'missing-required') return `${rule} ${pathText(path)}`
  return `${rule} ${pathText([...path, String(message.values?.['name'])])}`
}

function theirs(errors: string): string[] {
  return errors
    .split(' | ')
    .filter((error) => error !== '')
    .map((error) => {
      const [, kind, within = '', name] =
        /^(Unknown|Missing required) parameter in (\S+): "(.*)"$/.exec(error) ?? []
      if (kind) {
        const place = within === 'input' ? name : `${within}.${name}`
        return `${kind === 'Unknown' ? 'unknown-member' : 'missing-required'} ${place}`
      }
      if (error.startsWith('top level: expected an object')) return 'wrong-type '
      const [, place] = /^Invalid type for parameter ([^\s,]+), /.exec(error) ?? []
      if (place === undefined) throw new Error(`what does this mean: ${error}`)
      return `wrong-type ${place}`
    })
}

const found = (value: Json): string[] => checkTypes(value).findings.map(ours).toSorted()

describe('as it is', () => {
  const readable = oracle.filter(({ parses }) => parses === 'yes')
  it.each(readable)('$file has the findings of the oracle', ({ file, errorsAsIs }) => {
    const { value, problems } = readText(decode(bytes(file)).text)
    expect(problems).toEqual([])
    expect(found(value ?? null)).toEqual(theirs(errorsAsIs).toSorted())
  })
})

describe('after cleaning', () => {
  it.each(oracle.filter(({ cleaned }) => cleaned !== 'n/a'))(
    '$file has the findings of the oracle',
    ({ file, errorsCleaned }) => {
      const { text, problems } = clean(bytes(file))
      expect(problems).toEqual([])
      const expected = deviations[file]?.after ?? theirs(errorsCleaned)
      expect(found(readText(text).value ?? null)).toEqual(expected.toSorted())
    },
  )
})

describe('what the oracle cannot read', () => {
  it.each(oracle.filter(({ lenient }) => lenient === 'none'))(
    '$file is read or refused with a line and a column',
    ({ file }) => {
      const { text, problems, steps } = clean(bytes(file))
      expect(problems.length + steps.length).toBeGreaterThan(0)
      for (const { line, column, message } of problems) {
        expect(line).toBeGreaterThan(0)
        expect(line).toBeLessThanOrEqual(text.split('\n').length)
        expect(column).toBeGreaterThan(0)
        expect(message.text.ko).not.toBe('')
      }
    },
  )
})

it('no file crashes or hangs', () => {
  const files = readdirSync(folder).filter((name) => /^\d{3}-/.test(name))
  expect(files).toHaveLength(85)
  for (const file of files) {
    const started = performance.now()
    expect(() => clean(bytes(file))).not.toThrow()
    expect(performance.now() - started).toBeLessThan(2000)
  }
})
