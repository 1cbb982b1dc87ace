import { describe, expect, it } from 'vitest'
import { readOptions } from './options.ts'

describe('options of the commands', () => {
  it('have defaults', () => {
    expect(readOptions([], {})).toEqual({
      port: 5173,
      simPort: 4566,
      scenario: 'demo',
      clock: 'real',
      seed: 1,
    })
  })

  it('come from the environment, and flags win', () => {
    const environment = { PORT: '6000', SIM_PORT: '6001', CLOCK: 'manual' }
    const words = ['--port', '7000', '--clock=60x', '--scenario', 'bad-deploy', '--seed', '7']
    expect(readOptions(words, environment)).toEqual({
      port: 7000,
      simPort: 6001,
      scenario: 'bad-deploy',
      clock: { times: 60 },
      seed: 7,
    })
  })

  it.each([
    [['--prot', '1'], 'Unknown option --prot'],
    [['--port'], '--port needs a value'],
    [['--scenario', '--clock'], '--scenario needs a value'],
    [['--port', '70000'], 'The port is a whole number up to 65535; not 70000'],
    [['--clock', '0x'], 'not 0x'],
    [['--clock', 'fast'], 'not fast'],
    [['--seed', '-1'], 'The seed is a whole number'],
  ])('names the mistake in %j', (words, message) => {
    expect(() => readOptions(words, {})).toThrow(message)
  })
})
