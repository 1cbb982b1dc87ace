import { array, assert, pre, property, record, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from './json.ts'
import { markedIn, marksOutside, valuesOf, maskText, maskValue, unmaskText, unmaskValue } from './mask.ts'

const canary = 'CANARY-7f3a'

describe('masking a definition', () => {
  it('takes out every value of an environment, of labels and of log options, and says the names', () => {
    const text = `{
  // what it is
  "containerDefinitions": [{
    "name": "db",
    "environment": [{ "name": "ROOT_PASSWORD", "value": "${canary}" }, { "name": "MODE", "value": "" }],
    "dockerLabels": { "com.example.key": "${canary}" },
    "logConfiguration": { "logDriver": "splunk", "options": { "splunk-token": "${canary}-2", "awslogs-group": "/ecs/db" } },
  }],
}`
    const { text: masked, kept } = maskText(text)
    expect(masked).not.toContain(canary)
    expect(masked).toBe(text.replaceAll(`${canary}-2`, '•••2').replaceAll(canary, '•••1'))
    expect(unmaskText(masked, kept)).toBe(text)
  })

  it.each([
    ['--password=hunter2 --port=1', '--password=•••1 --port=1'],
    ['run --db-password "a b" now', 'run --db-password •••1 now'],
    ['postgres://app:hunter2@db/x', 'postgres://app:•••1@db/x'],
    [`curl -H ${'a'.repeat(48)}`, 'curl -H •••1'],
    ['node server.js --timeout=30', 'node server.js --timeout=30'],
    ['curl -fsSu probe:hunter2 http://localhost/', 'curl -fsSu probe:•••1 http://localhost/'],
    ['mysqladmin ping -uroot -phunter2', 'mysqladmin ping -uroot -p•••1'],
    ['mysqladmin ping -uroot -p$MYSQL_ROOT_PASSWORD', 'mysqladmin ping -uroot -p$MYSQL_ROOT_PASSWORD'],
    ['redis-cli -a hunter2 ping', 'redis-cli -a •••1 ping'],
    ['curl -H "Authorization: Bearer hunter2" localhost', 'curl -H "Authorization: Bearer •••1" localhost'],
    ['serve --tls-key /etc/tls/key.pem', 'serve --tls-key /etc/tls/key.pem'],
  ])('in a command: %s', (command, masked) => {
    expect(maskValue({ command: [command] }).value).toEqual({ command: [masked] })
  })

  it('in a list of words: the value after its flag', () => {
    expect(maskValue({ entryPoint: ['db', '--password', 'hunter2', '-v', 'x'] }).value).toEqual({
      entryPoint: ['db', '--password', '•••1', '-v', 'x'],
    })
  })

  it('leaves places to fill in, what is marked already, and marks that stand for nothing', () => {
    const value = {
      environment: [
        { name: 'A', value: '${SECRET}' },
        { name: 'B', value: '•••9' },
      ],
    }
    expect(maskValue(value)).toEqual({ value, kept: [] })
    expect(unmaskValue(value, [])).toEqual(value)
  })

  it('hides the value of a tag whose key says that it is secret, and shows the others', () => {
    const tags = [
      { key: 'api-token', value: 'hunter2' },
      { key: 'team', value: 'shop' },
    ]
    expect(maskValue({ tags }).value).toEqual({ tags: [{ key: 'api-token', value: '•••1' }, tags[1]] })
  })

  it('hides what comments say of secrets, and lists it beside the strings', () => {
    const { text, kept } = maskText('{\n  // --password=hunter2\n  "environment": ["A=b"]\n}')
    expect(text).toBe('{\n  // --password=•••2\n  "environment": ["•••1"]\n}')
    expect(kept).toEqual(['A=b', 'hunter2'])
    expect(marksOutside(text, markedIn(JSON.parse(text.replace(/\/\/.*/, '')) as Json))).toEqual([
      { text: '•••2', line: 2 },
    ])
  })

  it('gives equal values equal marks, also in the next text', () => {
    const first = maskValue({ environment: [{ name: 'A', value: 'x' }] })
    const second = maskValue(
      {
        environment: [
          { name: 'B', value: 'y' },
          { name: 'A', value: 'x' },
        ],
      },
      first.kept,
    )
    expect(second.value).toEqual({
      environment: [
        { name: 'B', value: '•••2' },
        { name: 'A', value: '•••1' },
      ],
    })
    expect(valuesOf('•••2 and •••1', second.kept)).toEqual(['y', 'x'])
  })

  it('reads what a map of names to values says, and AWS’s names in capitals', () => {
    expect(maskValue({ environment: { NAME: 'n', PASSWORD: 'p' } }).value).toEqual({
      environment: { NAME: '•••1', PASSWORD: '•••2' },
    })
    expect(maskValue({ Environment: [{ Name: 'A', Value: 'v' }] }).value).toEqual({
      Environment: [{ Name: 'A', Value: '•••1' }],
    })
  })

  it.each([
    'curl ',
    'a',
    'a-',
    '//a:',
    'mysql ',
    '- ',
    '"a',
    "'a",
    'ey1234567890.',
    'Authorization: ',
    'a: {',
  ])('is done with 64 KB of %j within a second, readable or not', (piece) => {
    const text = piece.repeat(65_536 / piece.length)
    const before = process.cpuUsage()
    for (const each of [text, JSON.stringify({ command: [text] })]) expect(maskText(each).text).not.toBe('')
    expect(process.cpuUsage(before).user / 1_000_000).toBeLessThan(1)
  })

  it('gives back exactly what was there', () => {
    const strings = array(record({ name: string(), value: string({ unit: 'binary' }) }))
    assert(
      property(strings, array(string()), (environment, command) => {
        const value = { containerDefinitions: [{ environment, command }] } as Json
        pre(!JSON.stringify(value).includes('•••'))
        const masked = maskValue(value)
        expect(unmaskValue(masked.value, masked.kept)).toEqual(value)
      }),
    )
  })
})
