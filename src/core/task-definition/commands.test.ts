/** A shell reads the commands back as what the console sends. */
import { execFileSync } from 'node:child_process'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { registerCommand, retireCommands, updateServiceCommand } from './commands.ts'

/** The words a shell makes of a command, without running it. */
function words(command: string): string[] {
  const script = `aws() { for word in "$@"; do printf '%s\\0' "$word"; done; }\n${command}`
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1)
}

it('registers exactly what is sent, whatever is in it', () => {
  const text = fc.string().filter((one) => !one.includes('\0'))
  fc.assert(
    fc.property(fc.dictionary(text, text), (input) => {
      const said = words(registerCommand(input, 'us-east-1'))
      expect(said.slice(0, 4)).toEqual(['ecs', 'register-task-definition', '--region', 'us-east-1'])
      expect(said[4]).toBe('--cli-input-json')
      expect(JSON.parse(said[5] ?? '')).toEqual(input)
    }),
    { numRuns: 30 },
  )
})

it('updates a service, by force or not', () => {
  const input = { cluster: 'c', service: 's', taskDefinition: 'arn:aws:ecs:r:1:task-definition/web:2' }
  const expected = ['ecs', 'update-service', '--region', 'r', '--cluster', 'c', '--service', 's']
  const rest = ['--task-definition', input.taskDefinition]
  expect(words(updateServiceCommand(input, 'r'))).toEqual([...expected, ...rest])
  expect(words(updateServiceCommand({ ...input, forceNewDeployment: true }, 'r'))).toEqual([
    ...expected,
    ...rest,
    '--force-new-deployment',
  ])
})

it('deregisters one by one and deletes in tens', () => {
  expect(retireCommands('deregister', ['web:1', 'web:2'], 'r').match(/^aws/gm)).toHaveLength(2)
  const eleven = Array.from({ length: 11 }, (_, at) => `web:${at + 1}`)
  expect(retireCommands('delete', eleven, 'r').match(/^aws/gm)).toHaveLength(2)
  expect(words(retireCommands('delete', ['web:1', 'web:2'], 'r'))).toEqual(
    'ecs delete-task-definitions --region r --task-definitions web:1 web:2'.split(' '),
  )
})
