/** No string that may be secret is in anything that is made of a definition. */
import { assert, constantFrom, nat, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import type { Message } from '../../../i18n/text.ts'
import { canonical } from '../canonical.ts'
import { clean } from '../clean/clean.ts'
import { registerCommand } from '../commands.ts'
import { toCdk } from '../convert/to-cdk.ts'
import { toCli } from '../convert/to-cli.ts'
import { toCloudFormation } from '../convert/to-cloudformation.ts'
import { toTerraform } from '../convert/to-terraform.ts'
import type { Definition } from '../definition.ts'
import { diff } from '../diff.ts'
import { imageDefinitions } from '../image-definitions.ts'
import type { Json, JsonPath } from '../json.ts'
import { lint } from '../linter/lint.ts'
import { markedIn, maskText, maskValue, unmaskValue } from '../mask.ts'
import { shapeAt } from '../schema/shape.ts'
import { canaryDefinition, type Canary, dresses, secretCanaries } from '../testing/canaries.ts'
import { readText } from '../text.ts'
import { questionsOf } from '../verify/questions.ts'
import { checkOf } from '../verify/verdicts.ts'
import { rows, sightOf } from './places.ts'

const names = Object.keys(dresses) as (keyof typeof dresses)[]

/** Everything the page shows, copies, compares or exports of a definition, by what it is. */
function surfaces(real: Json): Record<string, unknown> {
  const { value, kept } = maskValue(real)
  const masked = value as Definition
  const changed = maskValue({ ...(real as object), family: 'other', containerDefinitions: [] }, kept).value
  return {
    text: maskText(JSON.stringify(real, null, 2)).text,
    canonical: maskValue(canonical(real as Definition) as unknown as Json).value,
    command: registerCommand(value, 'us-east-1'),
    differences: [diff(masked, changed as Definition), diff(changed as Definition, masked)],
    hidden: markedIn(value),
    cli: toCli(masked),
    yaml: toCloudFormation(masked, 'yaml'),
    json: toCloudFormation(masked, 'json'),
    terraform: toTerraform(masked),
    cdk: toCdk(masked),
    images: imageDefinitions(masked),
    // The linter and the checks against the account see the values themselves, and say nothing of them.
    findings: lint(real).map(({ message, fix }) => [said(message), fix && said(fix.title)]),
    checks: questionsOf(real as Definition, { account: '123456789012', region: 'us-east-1' }).map(
      (question) =>
        [undefined, { missing: true as const }].map((fact) => said(checkOf(question, fact).message)),
    ),
  }
}

function said(message: Message): unknown {
  return [message.text, message.values]
}

/** What cleaning says besides the text. */
function cleaningOf(text: string): unknown {
  const { steps, problems } = clean(text)
  return [...steps, ...problems].map(({ message }) => said(message))
}

function seenIn(shown: unknown, canaries: readonly Canary[]): string[] {
  const text = JSON.stringify(shown)
  const isSeen = ({ word }: Canary): boolean => text.includes(word) || text.includes(word.replaceAll('-', ''))
  return canaries.filter(isSeen).map(({ path, word }) => `${path.join('.')}: ${word}`)
}

describe('strings of a definition', () => {
  it('have a row in the table each, and each row has a string', () => {
    const paths = canaryDefinition().canaries.map(({ path }) => path)
    const members = rows.flatMap((row) => row.members)
    const rowOf = (path: JsonPath) => {
      const [member = '', holder = ''] = namesOf(path).toReversed()
      return [
        `${holder}.${member}`,
        `${holder}.*`,
        `${namesOf(path).slice(-3, -1).join('.')}.*`,
        member,
      ].filter((row) => members.includes(row))
    }
    const free = paths.filter((path) => shapeAt(path) === 'string')
    expect(free.filter((path) => rowOf(path).length === 0)).toEqual([])
    const used = new Set(free.flatMap(rowOf))
    // A variable in one text, as Docker writes it.
    expect(members.filter((member) => !used.has(member))).toEqual(['environment'])
  })

  it('are shown by design where names of things stand, and nowhere else', () => {
    const { value, canaries } = canaryDefinition()
    const { text } = maskText(JSON.stringify(value))
    for (const { path, word } of canaries)
      expect(`${path.join('.')} ${String(text.includes(`"${word}"`))}`).toBe(
        `${path.join('.')} ${String(sightOf(path) !== 'hidden')}`,
      )
  })

  it.each(names)('are in nothing that is made of the definition: %s', (name) => {
    const { value, canaries } = canaryDefinition(dresses[name])
    const secrets = secretCanaries(canaries, dresses[name])
    expect(secrets.length).toBeGreaterThan(5)
    for (const [surface, shown] of Object.entries(surfaces(value)))
      expect([surface, ...seenIn(shown, secrets)]).toEqual([surface])
    const { value: masked, kept } = maskValue(value)
    expect(unmaskValue(masked, kept)).toEqual(value)
  })

  it.each(names)('are in nothing that cleaning says, however it was written: %s', (name) => {
    const { value, canaries } = canaryDefinition(dresses[name])
    const secrets = secretCanaries(canaries, dresses[name])
    const written = writings(value)
    for (const text of written) {
      expect(seenIn(cleaningOf(text), secrets)).toEqual([])
      expect(seenIn(maskText(text).text, secrets)).toEqual([])
      expect(seenIn(maskText(clean(text).text).text, secrets)).toEqual([])
    }
  })

  it('are hidden in a text that is cut off, or has lost a character', () => {
    const { value, canaries } = canaryDefinition()
    const secrets = secretCanaries(canaries, dresses.plain)
    const cut = tuple(constantFrom(...writings(value)), nat(), constantFrom('end', 'one'))
    assert(
      property(cut, ([text, place, kind]) => {
        const at = place % text.length
        const broken = text.slice(0, at) + (kind === 'one' ? text.slice(at + 1) : '')
        const masked = maskText(broken).text
        expect([masked, ...seenIn([masked, cleaningOf(broken)], secrets)]).toEqual([masked])
      }),
      { numRuns: 60 },
    )
  })

  it('are the same again after a broken text was mended', () => {
    const text =
      '{ "family": "web", "containerDefinitions": [{ "environment": [{ "name": "A" "value": "a\\"b" }] }] }'
    const { text: masked, kept } = maskText(text)
    expect(masked).toContain('"name": "A" "value": "•••1"')
    const mended = readText(masked.replace('"A" ', '"A", ')).value ?? null
    expect(unmaskValue(mended, kept)).toEqual(JSON.parse(text.replace('"A" ', '"A", ')))
  })
})

function namesOf(path: JsonPath): string[] {
  return path.filter((step) => typeof step === 'string')
}

/** As JSON, as AWS answers it, in a string, as YAML, in the spelling of CloudFormation, and without quotes around names. */
function writings(value: Json): string[] {
  const json = JSON.stringify(value, null, 2)
  return [
    json,
    JSON.stringify({ taskDefinition: { ...(value as object), revision: 3 }, tags: [] }),
    JSON.stringify(json),
    `$ aws ecs describe-task-definition\n${json}\n$ `,
    stringify(value),
    stringify({ Resources: { Task: { Type: 'AWS::ECS::TaskDefinition', Properties: inCapitals(value) } } }),
    json.replaceAll(/"(\w+)":/g, '$1:'),
    json.replaceAll('"', "'"),
  ]
}

function inCapitals(value: Json): Json {
  if (Array.isArray(value)) return value.map(inCapitals)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key[0]?.toUpperCase() + key.slice(1), inCapitals(member)]),
  )
}
